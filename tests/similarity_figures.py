#!/usr/bin/env python3
"""Measures how well copies of reports are found.

Copies are made of every report of tests/corpus and reports/ in the ways below
and laid among the honest reports; `similar` (bench/similar.cpp) then looks for
them. Printed are, for each way: how many of the planted pairs were flagged, the
lowest shares among them, and how many of all other pairs were flagged.

    cmake --preset bench && cmake --build --preset bench --target similar
    tests/similarity_figures.py [--program build/bench/bench/similar] [--share PER_MILLE]

The same seed gives the same figures.
"""

import argparse
import collections
import pathlib
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
LEAST_COPIED_POINTS = 100  # kLeastCopiedPoints of similarity/compare.hpp

PLACE = re.compile(r"([一-龥]{2})(自治县|街道|镇|乡|县|区|市|旗)")
STEMS = ["汀洲", "柏堰", "榆台", "禾坪", "岚屿", "芷阳", "砚山", "渠口", "枫溪", "泊里", "梓关", "漪水", "苇塘", "栖霞岭", "麓川"]
COMMON_STEMS = {"全县", "各乡", "我县", "我区", "我市", "本县", "上级", "基层"}

SYNONYMS = [
    ("认真", "切实"), ("积极", "主动"), ("深入", "持续"), ("进一步", "不断"), ("开展", "组织"), ("加强", "强化"),
    ("推进", "推动"), ("落实", "抓好"), ("完善", "健全"), ("有效", "切实"), ("全年", "一年来"), ("累计", "共"),
    ("群众", "居民"), ("干部", "工作人员"), ("问题", "短板"), ("工作", "事务"), ("制定", "出台"), ("召开", "举行"),
    ("提高", "提升"), ("充分", "有力"), ("围绕", "聚焦"), ("通过", "借助"), ("及时", "第一时间"), ("组织", "安排"),
    ("严格", "从严"), ("建立", "构建"), ("参加", "参与"), ("培训", "轮训"), ("不足", "欠缺"), ("水平", "质效"),
    ("宣传", "宣讲"), ("矛盾纠纷", "矛盾和纠纷"), ("机制", "体制机制"), ("办理", "办结"), ("会议", "例会"),
]
CLAUSES = ["按照上级部署，", "结合本地实际，", "坚持问题导向，", "在各方支持下，", "经过共同努力，", "立足岗位职责，", "着眼长远发展，"]

# What every office writes; each report of `set-phrases` gets some of it.
SET_SENTENCES = [
    "坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻习近平法治思想，全面贯彻落实党的二十大和二十届二中、三中全会精神。",
    "坚持党的领导、人民当家作主、依法治国有机统一，坚定不移走中国特色社会主义法治道路。",
    "深刻领悟“两个确立”的决定性意义，增强“四个意识”、坚定“四个自信”、做到“两个维护”。",
    "坚持依法治国、依法执政、依法行政共同推进，坚持法治国家、法治政府、法治社会一体建设。",
    "对重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办。",
    "全面落实行政执法公示制度、执法全过程记录制度、重大执法决定法制审核制度。",
    "严格履行公众参与、专家论证、风险评估、合法性审查和集体讨论决定的法定程序。",
    "持续深化“放管服”改革，不断优化营商环境，切实提高政务服务水平。",
    "坚持和发展新时代“枫桥经验”，努力把矛盾纠纷化解在基层、化解在萌芽状态。",
    "严格落实“谁执法谁普法”普法责任制，扎实推进“八五”普法规划实施。",
    "着力营造办事依法、遇事找法、解决问题用法、化解矛盾靠法的良好氛围。",
    "切实履行推进法治建设第一责任人职责，把法治建设摆在工作全局的重要位置。",
    "法治政府建设工作虽然取得了一定成效，但与上级要求和人民群众的期盼相比仍有一定差距。",
    "自觉接受人大法律监督、政协民主监督、司法监督和社会监督。",
    "坚持把学习宣传贯彻习近平法治思想作为重大政治任务，纳入党委（党组）理论学习中心组学习内容。",
    "深入贯彻落实《法治政府建设实施纲要（2021—2025年）》，全面推进依法行政，加快建设法治政府。",
]


def decoded(data):
    for encoding in ["utf-16"] if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig", "gb18030"]:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            pass
    return ""


def reports():
    """Name → text, of every report that we have; not of reports/batch, where copies are planted."""
    found = {}
    for folder in ("tests/corpus", "reports/county", "reports/department", "reports/township"):
        for path in sorted((ROOT / folder).rglob("*.txt")):
            found[str(path.relative_to(ROOT)).replace("/", "_")] = decoded(path.read_bytes())
    return {name: text for name, text in found.items() if len(text) > 500}


def paragraphs(text):
    """Its lines; its sentences where it was written in one piece."""
    lines = [line for line in text.splitlines() if line.strip()]
    return lines if len(lines) >= 8 else [each for line in lines for each in sentences(line)]


def sentences(paragraph):
    return [each for each in re.split(r"(?<=[。；])", paragraph) if each]


def rename(text, rng):
    """Other stems for the places that the text names most."""
    stems = collections.Counter(stem for stem, _ in PLACE.findall(text) if stem not in COMMON_STEMS)
    head = "".join(paragraphs(text)[:3])
    for stem, count in stems.most_common(4):
        if count >= 2 and stem in head:
            text = text.replace(stem, rng.choice(STEMS))
    return text


def swap_figures(text, rng):
    text = re.sub(r"\d", lambda _: str(rng.randint(1, 9)), text)
    return re.sub(r"[一二三四五六七八九](?=[件起次场份名人项个支])", lambda _: rng.choice("一二三四五六七八九"), text)


def shuffle(text, rng):
    parts = [sentences(each) for each in paragraphs(text)]
    head, body, tail = parts[:2], parts[2:-2], parts[-2:]
    rng.shuffle(body)
    for each in body:
        rng.shuffle(each)
    return "\n".join("".join(each) for each in head + body + tail)


def edit(text, rng):
    """Every tenth sentence out, every fifth with a clause more, synonyms for half of the words that have one."""
    lines = []
    for paragraph in paragraphs(text):
        kept = []
        for sentence in sentences(paragraph):
            if len(sentence) > 12 and rng.random() < 0.1:
                continue
            for word, other in SYNONYMS:
                if rng.random() < 0.5:
                    sentence = sentence.replace(word, other)
            if rng.random() < 0.2 and "，" in sentence:
                sentence = sentence.replace("，", "，" + rng.choice(CLAUSES), 1)
            kept.append(sentence)
        lines.append("".join(kept))
    return "\n".join(lines)


def mix(one, other, part, rng):
    """`part` of the copy's text out of `one`, the rest out of `other`, paragraph by paragraph in turn."""
    first, second = paragraphs(one), paragraphs(other)
    size = min(len(one), len(other))

    def some(lines, wanted):
        taken, total = [], 0
        for line in rng.sample(range(2, len(lines) - 2), len(lines) - 4):
            if total >= wanted:
                break
            if total + len(lines[line]) <= wanted * 1.15:
                taken.append(line)
                total += len(lines[line])
        return [lines[line] for line in sorted(taken)]

    body = some(first, size * part) + some(second, size * (1 - part))
    return "\n".join(second[:2] + body + second[-2:])


def disguise(text, rng):
    return swap_figures(rename(text, rng), rng)


def with_set_sentences(text, rng):
    lines = paragraphs(text)
    for sentence in rng.sample(SET_SENTENCES, 10):
        at = rng.randrange(2, len(lines) - 1)
        lines[at] += sentence
    return "\n".join(lines)


def plant_alone(change):
    def plant(texts, rng):
        copies, pairs = {}, []
        for name, text in texts.items():
            copies["copy_" + name] = change(text, rng)
            pairs.append((name, "copy_" + name))
        return copies, pairs

    return plant


def plant_mixed(part, change, both):
    """Copies of two reports; the pair with the second counts where it gives a third at least."""

    def plant(texts, rng):
        names = list(texts)
        others = names[1:] + names[:1]
        copies, pairs = {}, []
        for name, other in zip(names, others):
            copy = "copy_" + name
            copies[copy] = change(mix(texts[name], texts[other], part, rng), rng)
            pairs.append((name, copy))
            if both:
                pairs.append((other, copy))
        return copies, pairs

    return plant


def chain(*changes):
    def change(text, rng):
        for each in changes:
            text = each(text, rng)
        return text

    return change


WAYS = {
    "names": plant_alone(rename),
    "figures": plant_alone(swap_figures),
    "order": plant_alone(shuffle),
    "edited": plant_alone(edit),
    "all-of-these": plant_alone(chain(disguise, edit, shuffle)),
    "half": plant_mixed(0.5, disguise, True),
    "half-edited": plant_mixed(0.5, chain(disguise, edit), True),
    "third": plant_mixed(0.36, disguise, True),
    "third-edited": plant_mixed(0.36, chain(disguise, edit, shuffle), True),
    "fifth": plant_mixed(0.2, disguise, False),
}


def find_pairs(program, folder, last_year=None, every=False):
    command = [program] + (["--all"] if every else []) + [str(folder)] + ([str(last_year)] if last_year else [])
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = {}
    for line in done.stdout.splitlines():
        fields = line.split("\t")
        first, second = (pathlib.Path(each) for each in fields[6:8])
        numbers = [int(each) for each in fields[:6]]
        share = max(numbers[:2]) if max(numbers[2:4]) >= LEAST_COPIED_POINTS else 0
        names = [("last:" if last_year and each.parent == last_year else "") + each.name for each in (first, second)]
        found[frozenset(names)] = share
    return found


def write(folder, texts):
    folder.mkdir()
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")


def show(way, found, planted, related, count, least):
    shares = sorted(found.get(frozenset(pair), 0) for pair in planted)
    flagged = sum(share >= least for share in shares)
    false = [pair for pair, share in found.items() if share >= least and pair not in related]
    of = count * (count - 1) // 2 - len(related)
    recall = f"{flagged}/{len(shares)} = {flagged / len(shares):.3f}" if shares else "-"
    low = f"{shares[0]} {shares[len(shares) // 20]} {statistics.median(shares):.0f}" if shares else "-"
    print(f"{way:16} {recall:20} {low:20} {len(false)}/{of} = {100 * len(false) / of:.3f} %", flush=True)
    return flagged, len(shares), len(false), of


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=str(ROOT / "build/bench/bench/similar"))
    parser.add_argument("--share", type=int, default=150, help="per mille from which a pair is flagged")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=int, default=0, help="take only so many reports")
    arguments = parser.parse_args()
    texts = reports()
    if arguments.limit:
        chosen = random.Random(arguments.seed).sample(sorted(texts), arguments.limit)
        texts = {name: texts[name] for name in sorted(chosen)}
    place = pathlib.Path(tempfile.mkdtemp(prefix="similarity-"))
    try:
        print(f"{'':16} {'found':20} {'least, 5 %, median':20} other pairs flagged")
        write(place / "honest", texts)
        honest = find_pairs(arguments.program, place / "honest", every=True)
        show("honest", honest, [], set(), len(texts), arguments.share)
        for pair in sorted(honest, key=lambda each: -honest[each])[:3]:
            print("    ", honest[pair], *sorted(pair))
        rng = random.Random(arguments.seed)
        phrased = {name: with_set_sentences(text, rng) for name, text in texts.items()}
        write(place / "phrased", phrased)
        found = find_pairs(arguments.program, place / "phrased", every=True)
        show("set-phrases", found, [], set(), len(texts), arguments.share)
        print("     highest", *sorted(found.values(), reverse=True)[:5])

        totals = [0, 0, 0, 0]
        for way, plant in WAYS.items():
            copies, pairs = plant(texts, random.Random(arguments.seed))
            write(place / way, {**texts, **copies})
            found = find_pairs(arguments.program, place / way)
            sources = collections.defaultdict(set)
            for name, copy in pairs:
                sources[copy].add(name)
            related = {frozenset(pair) for pair in pairs}
            names = list(texts)
            if way in ("half", "half-edited", "third", "third-edited", "fifth"):
                # Two copies may have taken the same paragraphs; so may a copy and its second source.
                for at, name in enumerate(names):
                    related.add(frozenset(("copy_" + name, names[(at + 1) % len(names)])))
                    related.add(frozenset(("copy_" + name, "copy_" + names[(at + 1) % len(names)])))
            figures = show(way, found, pairs, related, len(texts) + len(copies), arguments.share)
            if way != "fifth":
                totals = [total + each for total, each in zip(totals, figures)]
        last = place / "last"
        write(last, texts)
        rng = random.Random(arguments.seed)
        next_year = lambda text: re.sub(r"20\d\d(?=年)", lambda year: str(int(year[0]) + 1), text)
        write(place / "again", {name: edit(next_year(text), rng) for name, text in texts.items()})
        found = find_pairs(arguments.program, place / "again", last)
        pairs = [(name, "last:" + name) for name in texts]
        figures = show("last-year", found, pairs, {frozenset(pair) for pair in pairs}, 2 * len(texts), arguments.share)
        totals = [total + each for total, each in zip(totals, figures)]
        print(f"all but fifth: {totals[0]}/{totals[1]} = {totals[0] / totals[1]:.4f} found, "
              f"{totals[2]}/{totals[3]} = {100 * totals[2] / totals[3]:.4f} % of the others flagged")
    finally:
        shutil.rmtree(place)


if __name__ == "__main__":
    sys.exit(main())
