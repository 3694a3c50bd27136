#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fazhi::test {

using Parts = std::vector<std::pair<std::string, std::string>>;

inline std::uint32_t crc32_of(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char byte : bytes) {
    crc ^= static_cast<unsigned char>(byte);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320U : 0U);
  }
  return ~crc;
}

/// A ZIP file of `parts`, not compressed.
inline std::string stored_zip(const Parts& parts) {
  std::string out;
  std::string directory;
  const auto put = [](std::string& to, std::uint32_t value, int bytes) {
    for (int index = 0; index < bytes; ++index) to += static_cast<char>(static_cast<unsigned char>(value >> (8 * index)));
  };
  for (const auto& [name, bytes] : parts) {
    const auto offset = static_cast<std::uint32_t>(out.size());
    std::string common;
    put(common, 20, 2), put(common, 0x0800, 2), put(common, 0, 2), put(common, 0, 4), put(common, crc32_of(bytes), 4);
    put(common, static_cast<std::uint32_t>(bytes.size()), 4), put(common, static_cast<std::uint32_t>(bytes.size()), 4);
    put(common, static_cast<std::uint32_t>(name.size()), 2), put(common, 0, 2);
    out += "PK\x03\x04" + common + name + bytes;
    directory += std::string("PK\x01\x02") + '\x14' + '\0' + common;
    put(directory, 0, 2), put(directory, 0, 2), put(directory, 0, 2), put(directory, 0, 4), put(directory, offset, 4);
    directory += name;
  }
  const auto begin = static_cast<std::uint32_t>(out.size());
  out += directory + "PK\x05\x06";
  put(out, 0, 4), put(out, static_cast<std::uint32_t>(parts.size()), 2);
  put(out, static_cast<std::uint32_t>(parts.size()), 2), put(out, static_cast<std::uint32_t>(directory.size()), 4);
  put(out, begin, 4), put(out, 0, 2);
  return out;
}

/// An OFD file in parts, to be changed part by part before it is packed.
struct Ofd {
  std::string entry_inside;                     ///< of ofd:OFD; "" for one DocBody
  std::string common;                           ///< more of CommonData
  std::string document;                         ///< more of Document, behind Pages
  std::vector<std::string> pages;               ///< the inside of each ofd:Page
  std::string resources;                        ///< the inside of DocumentRes.xml
  Parts more;

  [[nodiscard]] static std::string element(std::string_view name, std::string_view inside) {
    return "<ofd:" + std::string(name) + " xmlns:ofd=\"http://www.ofdspec.org/2016\">" + std::string(inside) + "</ofd:" +
           std::string(name) + ">";
  }

  [[nodiscard]] Parts parts() const {
    Parts out;
    const std::string body = "<ofd:DocBody><ofd:DocInfo><ofd:Title>标题</ofd:Title><ofd:Author>党政办</ofd:Author></ofd:DocInfo>"
                             "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>";
    out.emplace_back("OFD.xml", element("OFD", entry_inside.empty() ? body : entry_inside));
    std::string list;
    for (std::size_t index = 0; index < pages.size(); ++index) {
      const std::string location = "Pages/Page_" + std::to_string(index) + "/Content.xml";
      list += "<ofd:Page ID=\"" + std::to_string(index + 1) + "\" BaseLoc=\"" + location + "\"/>";
      out.emplace_back("Doc_0/" + location, element("Page", pages[index]));
    }
    out.emplace_back("Doc_0/Document.xml",
                     element("Document", "<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>"
                                         "</ofd:PageArea><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>" +
                                             common + "</ofd:CommonData><ofd:Pages>" + list + "</ofd:Pages>" + document));
    out.emplace_back("Doc_0/DocumentRes.xml", element("Res", resources));
    out.insert(out.end(), more.begin(), more.end());
    return out;
  }
  [[nodiscard]] std::string packed() const { return stored_zip(parts()); }
};

/// The inside of an ofd:Page with one layer.
inline std::string layer(std::string_view objects) {
  return "<ofd:Content><ofd:Layer ID=\"9\">" + std::string(objects) + "</ofd:Layer></ofd:Content>";
}

/// A TextObject whose first character stands at (x, y); `attributes` of the
/// object, `code` those of its TextCode.
inline std::string text_object(double x, double y, std::string_view text, std::string_view attributes = "",
                               std::string_view code = "") {
  return "<ofd:TextObject ID=\"8\" Boundary=\"" + std::to_string(x) + ' ' + std::to_string(y) +
         " 150 6\" Font=\"3\" Size=\"5\" " + std::string(attributes) + "><ofd:TextCode X=\"0\" Y=\"4.4\" " +
         std::string(code) + '>' + std::string(text) + "</ofd:TextCode></ofd:TextObject>";
}

}  // namespace fazhi::test
