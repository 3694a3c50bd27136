#include "document/fixed/ocr.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/ascii.hpp"
#include "base/limits.hpp"
#include "document/document_builder.hpp"
#include "document/fixed/ocr_words.hpp"
#include "document/fixed/page_layout.hpp"
#include "document/fixed/picture_size.hpp"
#include "document/formats.hpp"
#include "process/child.hpp"
#include "process/private_folder.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {


/// Pixels of a page's longer side as it is drawn: A4 at 200 dpi, whatever size
/// the PDF gives its pages. Pages set as GB/T 9704 asks (16 pt, 22 lines) and
/// scanned at 300 dpi came out equally well at 150 to 200 (1.5 to 1.8 % of the
/// characters wrong) and worse at 300 (2.5 to 4 %): the model works on lines of
/// some 40 pixels. Smaller print asks for the upper end.
constexpr int kPagePixels = 2339;

/// Layout as "a single block of text": on pages of reports it reads as well as
/// modes 3 and 4 (1.7 % wrong against 2.1 and 2.3 %), which lose page numbers.
constexpr std::string_view kLayoutMode = "6";

/// Pages with so many dark pixels in a thousand have something on them.
constexpr std::size_t kInkPerMille = 2;
constexpr unsigned char kDark = 128;

bool write_file(const std::string& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  file.close();
  return !file.fail();
}

class Recognizer {
 public:
  explicit Recognizer(std::string_view source) : source_(source) {}

  Result<Document> read_pdf(std::string_view bytes) {
    if (auto error = prepare_pdf(bytes)) return *error;
    const Result<std::size_t> count = count_pages();
    if (!count) return count.error();
    if (*count > limits::kRecognizedPages) return too_many(*count);
    for (std::size_t page = 1; page <= *count; ++page) {
      Result<RecognizedPage> read = read_pdf_page(page);
      if (!read) return read.error();
      pages_.push_back(std::move(*read));
    }
    return finish("pdf");
  }

  Result<Document> read_some(std::string_view bytes, std::vector<LaidPage> pages, const std::vector<int>& numbers) {
    if (auto error = prepare_pdf(bytes)) return *error;
    if (numbers.size() > limits::kRecognizedPages) return too_many(numbers.size());
    for (LaidPage& each : pages) pages_.push_back({std::move(each)});
    for (const int number : numbers) {
      const auto page = static_cast<std::size_t>(number);
      if (number < 1 || page > pages_.size()) continue;
      Result<RecognizedPage> read = read_pdf_page(page);
      if (!read) return read.error();
      pages_[page - 1] = std::move(*read);
    }
    return finish("pdf");
  }

  Result<Document> read_picture(std::string_view bytes, std::string_view kind) {
    if (const auto pixels = picture_pixels(bytes); pixels && *pixels > limits::kPicturePixels) {
      return Message{MessageId::input_picture_too_large, {source_, std::to_string(*pixels / kMega)}};
    }
    if (auto error = prepare()) return *error;
    Result<std::vector<RecognizedPage>> pages = recognize(bytes, kind == "TIFF" ? limits::kRecognizedPages : 1);
    if (!pages) return pages.error();
    if (pages->size() > limits::kRecognizedPages) return too_many(pages->size());
    pages_ = std::move(*pages);
    return finish(ascii::lower(kind));
  }

 private:
  static constexpr std::size_t kMega = 1'000'000;

  Message needs(const HelperProgram& program) const { return needs_program(source_, "OCR", program); }

  Message failed(std::string_view program, std::string_view why) const {
    return {MessageId::input_recognition_failed, {source_, std::string(program), std::string(why)}};
  }

  std::optional<Message> prepare() {
    if (folder_.path().empty()) return failed("tesseract", folder_.error());
    const auto tesseract = find_program("tesseract");
    if (!tesseract) return needs(kTesseract);
    tesseract_ = *tesseract;
    return std::nullopt;
  }

  std::optional<Message> prepare_pdf(std::string_view bytes) {
    if (auto error = prepare()) return error;
    const auto pdfinfo = find_program("pdfinfo");
    const auto pdftoppm = find_program("pdftoppm");
    if (!pdfinfo || !pdftoppm) return needs(kPdfPages);
    pdfinfo_ = *pdfinfo;
    pdftoppm_ = *pdftoppm;
    file_ = folder_.path() + "/scan.pdf";
    if (!write_file(file_, bytes)) return failed("pdftoppm", file_);
    return std::nullopt;
  }

  Message too_many(std::size_t pages) const {
    return {MessageId::input_too_many_scanned_pages,
            {source_, std::to_string(pages), std::to_string(limits::kRecognizedPages)}};
  }

  ChildResult run(std::vector<std::string> arguments, std::string_view input, int pages) const {
    ChildCommand command;
    command.arguments = std::move(arguments);
    command.folder = folder_.path();
    command.input = input;
    command.limits.cpu_seconds = limits::kPageCpuSeconds * pages;
    command.limits.wall_seconds = limits::kPageWallSeconds * pages;
    command.limits.memory_bytes = limits::kPageMemoryBytes;
    return run_child(command);
  }

  std::optional<Message> error_of(const ChildResult& result, std::string_view program) const {
    if (result.succeeded()) return std::nullopt;
    if (result.end == ChildResult::End::out_of_time) {
      return Message{MessageId::input_recognition_slow, {source_, std::to_string(limits::kPageCpuSeconds)}};
    }
    return failed(program, first_line(result.errors));
  }

  static std::string first_line(const std::string& text) {
    constexpr std::size_t kShownBytes = 120;
    const std::string line = utf8::quotable(std::string_view(text).substr(0, text.find('\n')), kShownBytes);
    return line.empty() ? "?" : line;
  }

  Result<std::size_t> count_pages() const {
    const ChildResult result = run({pdfinfo_, file_}, {}, 1);
    if (auto error = error_of(result, "pdfinfo")) return *error;
    constexpr std::string_view kLabel = "\nPages:";
    const std::string output = '\n' + result.output;
    std::size_t at = output.find(kLabel);
    std::size_t count = 0;
    if (at != std::string::npos) {
      at = output.find_first_not_of(' ', at + kLabel.size());
      if (at != std::string::npos) std::from_chars(output.data() + at, output.data() + output.size(), count);
    }
    if (count == 0) return failed("pdfinfo", first_line(result.errors));
    return count;
  }

  Result<RecognizedPage> read_pdf_page(std::size_t page) const {
    const std::string number = std::to_string(page);
    const ChildResult drawn = run({pdftoppm_, "-f", number, "-l", number, "-singlefile", "-gray", "-scale-to",
                                   std::to_string(kPagePixels), file_},
                                  {}, 1);
    if (auto error = error_of(drawn, "pdftoppm")) return *error;
    Result<std::vector<RecognizedPage>> read = recognize(drawn.output, 1);
    if (!read) return read.error();
    RecognizedPage out = read->empty() ? RecognizedPage() : std::move(read->front());
    if (out.characters == 0 && has_ink(drawn.output)) out.confidence = 0;
    return out;
  }

  Result<std::vector<RecognizedPage>> recognize(std::string_view picture, std::size_t pages) const {
    const ChildResult read =
        run({tesseract_, "-", "-", "-l", "chi_sim", "--psm", std::string(kLayoutMode), "tsv"}, picture, static_cast<int>(pages));
    const auto says = [&](std::string_view words) { return read.errors.find(words) != std::string::npos; };
    if (!read.succeeded() && (says("Failed loading language") || says("Error opening data file"))) {
      return needs(kTesseract);
    }
    if (auto error = error_of(read, "tesseract")) return *error;
    return read_recognized(read.output);
  }

  /// Whether a gray PNM has more than specks on it.
  static bool has_ink(std::string_view picture) {
    const auto dark = std::count_if(picture.begin(), picture.end(),
                                    [](char each) { return static_cast<unsigned char>(each) < kDark; });
    return static_cast<std::size_t>(dark) * 1000 > kInkPerMille * picture.size();
  }

  Result<Document> finish(const std::string& format) {
    DocumentBuilder builder(source_, format);
    std::vector<LaidPage> laid;
    std::vector<int> confidences;
    const auto recognized = std::count_if(pages_.begin(), pages_.end(),
                                          [](const RecognizedPage& each) { return each.characters > 0 || each.confidence == 0; });
    for (RecognizedPage& each : pages_) {
      laid.push_back(std::move(each.page));
      confidences.push_back(each.confidence);
    }
    add_pages(laid, builder);
    builder.set_recognized(std::move(confidences));
    builder.note({MessageId::document_recognized,
                  {source_, std::to_string(recognized), std::to_string(mean_confidence(pages_))}});
    Result<Document> document = std::move(builder).finish();
    if (document) return document;
    const bool without = document.error().id == MessageId::input_without_text || document.error().id == MessageId::input_not_chinese;
    return without ? Result<Document>(Message{MessageId::input_unrecognized, {source_}}) : document;
  }

  std::string source_;
  PrivateFolder folder_;
  std::string tesseract_;
  std::string pdfinfo_;
  std::string pdftoppm_;
  std::string file_;
  std::vector<RecognizedPage> pages_;
};

}  // namespace

Result<Document> recognize_pdf(std::string_view bytes, std::string_view source) {
  return Recognizer(source).read_pdf(bytes);
}

Result<Document> recognize_pages(std::string_view bytes, std::string_view source, std::vector<LaidPage> pages,
                                 const std::vector<int>& numbers) {
  return Recognizer(source).read_some(bytes, std::move(pages), numbers);
}

Result<Document> recognize_image(std::string_view bytes, std::string_view source, std::string_view kind) {
  return Recognizer(source).read_picture(bytes, kind);
}

}  // namespace fazhi
