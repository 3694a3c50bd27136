#include "audit/json_value.hpp"

#include <algorithm>
#include <regex>

namespace fazhi::test {
namespace {

class JsonParser {
 public:
  explicit JsonParser(std::string_view text) : text_(text) {}

  std::optional<JsonValue> whole() {
    JsonValue value = read();
    if (failed_ || at_ != text_.size()) return std::nullopt;
    return value;
  }

 private:
  [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  void need(bool condition) { failed_ = failed_ || !condition; }

  JsonValue read() {
    if (peek() == '{') return object();
    if (peek() == '[') return array();
    if (peek() == '"') return {JsonValue::Kind::string, string(), {}, {}};
    return bare();
  }

  JsonValue object() {
    JsonValue value{JsonValue::Kind::object, {}, {}, {}};
    need(take('{'));
    if (take('}')) return value;
    do {
      const std::string name = string();
      need(take(':'));
      if (failed_) return value;
      need(value.members.emplace(name, read()).second);
    } while (!failed_ && take(','));
    need(take('}'));
    return value;
  }

  JsonValue array() {
    JsonValue value{JsonValue::Kind::array, {}, {}, {}};
    need(take('['));
    if (take(']')) return value;
    do {
      value.items.push_back(read());
    } while (!failed_ && take(','));
    need(take(']'));
    return value;
  }

  JsonValue bare() {
    const std::size_t end = std::min(text_.find_first_of(",]}", at_), text_.size());
    const std::string word(text_.substr(at_, end - at_));
    at_ = end;
    if (word == "true" || word == "false" || word == "null") return {JsonValue::Kind::literal, word, {}, {}};
    static const std::regex kNumber(R"(-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?)");
    need(std::regex_match(word, kNumber));
    return {JsonValue::Kind::number, word, {}, {}};
  }

  std::string string() {
    std::string out;
    need(take('"'));
    while (!failed_ && !take('"')) {
      const char c = peek();
      need(at_ < text_.size() && static_cast<unsigned char>(c) >= 0x20);
      ++at_;
      out += c == '\\' ? escape() : c;
    }
    return out;
  }

  char escape() {
    const char c = peek();
    ++at_;
    if (c == '"' || c == '\\') return c;
    if (c == 'n') return '\n';
    need(c == 'u' && text_.substr(at_, 2) == "00" && at_ + 4 <= text_.size());
    if (failed_) return c;
    const std::string digits(text_.substr(at_ + 2, 2));
    at_ += 4;
    return static_cast<char>(std::stoi(digits, nullptr, 16));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

}  // namespace

std::optional<JsonValue> parse_json(std::string_view text) { return JsonParser(text).whole(); }

}  // namespace fazhi::test
