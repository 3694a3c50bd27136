# Sourced by ./fazhi, ./test and .ci/run: installs what is missing and builds.

readonly build_packages=(
  "cmake:配置编译" "ninja-build:编译" "g++:编译C++20" "pkg-config:查找库"
  "libicu-dev:汉字编码与规范化" "libpcre2-dev:正则表达式" "libtomlplusplus-dev:读清单（TOML）"
  "libpugixml-dev:读XML" "libzip-dev:读.docx、.odt、.ofd" "libgumbo-dev:读网页（HTML）" "libarchive-dev:读压缩包"
  "libcli11-dev:命令行" "nettle-dev:文件指纹（SHA-256）" "libxlsxwriter-dev:写汇总表（.xlsx）" "libtbb-dev:多线程"
)
# What readers of single formats run; optional ones are named by “fazhi doctor”.
readonly reader_packages=("poppler-utils:读PDF")
readonly optional_packages=(
  "libreoffice-writer-nogui:读.doc、.wps、.rtf" "tesseract-ocr:识别扫描件" "tesseract-ocr-chi-sim:识别扫描件（汉字）"
  "libreoffice-calc-nogui:测试时打开.xlsx" "fonts-noto-cjk:测试时生成PDF"
)
readonly browser_packages=("chromium:在浏览器中试网页" "nodejs:在浏览器中试网页" "npm:在浏览器中试网页")
readonly test_packages=("libboost-test-dev:测试" "libxml2-utils:核对XML（xmllint）" "zlib1g-dev:测试用的压缩数据")

say() { printf '%s\n' "$*" >&2; }

# as_root COMMAND...: runs it as root, by sudo where that is needed.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null 2>&1; then
    sudo "$@"
  else
    say "需要管理员权限来安装软件包。请以root身份运行：$*"
    return 1
  fi
}

# install_missing "package:reason"...: installs those that are not there, saying what and why.
# A program of a package's name that came from elsewhere stands for the package: the two may
# conflict, as npm does with the Node.js that its makers pack.
install_missing() {
  local missing=() entry
  for entry in "$@"; do
    if ! dpkg-query -W -f='${Status}' "${entry%%:*}" 2>/dev/null | grep -q 'ok installed' &&
      ! command -v "${entry%%:*}" >/dev/null 2>&1; then
      missing+=("${entry%%:*}")
      say "缺少软件包 ${entry%%:*}（${entry#*:}），将用apt安装。"
    fi
  done
  [ "${#missing[@]}" -eq 0 ] && return 0
  local log
  log=$(mktemp)
  if ! { as_root apt-get update && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    say "安装没有成功，完整记录在 $log 。请检查网络后重试。"
    return 1
  fi
  rm -f "$log"
}

# build PRESET: configures where needed, and builds.
build() {
  local log
  log=$(mktemp)
  if ! { cmake --preset "$1" && cmake --build --preset "$1"; } >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    say "编译没有成功，完整记录在 $log 。"
    return 1
  fi
  rm -f "$log"
}

# up_to_date FILE: whether FILE is newer than everything that it is built from.
up_to_date() {
  [ -x "$1" ] && [ -z "$(find CMakeLists.txt CMakePresets.json cmake src rules -newer "$1" -print -quit 2>/dev/null)" ]
}
