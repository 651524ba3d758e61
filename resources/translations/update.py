#!/usr/bin/env python3
"""Brings the translations up to date with the window's sources: new texts are added as unfinished, texts that are gone are dropped.

usage: update.py [--check]     --check changes nothing and fails where a language is not complete

Every text stands once in a language, whatever class says it: one word per thing. A language is one file consort_CODE.ts, readable by
Qt's own tools. English holds only the texts with a number, for their singular.
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as ET
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).resolve().parent
SOURCES = HERE.parents[1] / "ui"
CONTEXT = "Consort"
FORMS = {"en": 2, "de": 2, "es": 2, "fr": 2, "zh": 1, "ja": 1}
STRING = r'"(?:[^"\\]|\\.)*"'
CALL = re.compile(r'\btr\(\s*((?:' + STRING + r'\s*)+)|\btranslate\(\s*' + STRING + r'\s*,\s*((?:' + STRING + r'\s*)+)|QT_TRANSLATE_NOOP\(\s*' + STRING + r'\s*,\s*((?:' + STRING + r'\s*)+)')


def literal(text):
    parts = re.findall(STRING, text)
    return "".join(part[1:-1].replace('\\"', '"').replace("\\n", "\n").replace("\\\\", "\\") for part in parts)


def source_texts():
    texts = set()
    for path in sorted(SOURCES.rglob("*.cpp")) + sorted(SOURCES.rglob("*.h")):
        for match in CALL.finditer(path.read_text(encoding="utf-8")):
            texts.add(literal(next(group for group in match.groups() if group)))
    return sorted(texts)


def known(path):
    """{source: translations} of the finished messages of a file."""
    if not path.exists():
        return {}
    found = {}
    for message in ET.parse(path).iter("message"):
        translation = message.find("translation")
        if translation is None or translation.get("type") == "unfinished":
            continue
        forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
        if all(forms):
            found[message.find("source").text] = forms
    return found


def message(source, forms, count):
    numerus = "%n" in source
    done = forms is not None and len(forms) == (count if numerus else 1)
    forms = forms if done else [""] * (count if numerus else 1)
    body = "".join(f"<numerusform>{escape(form)}</numerusform>" for form in forms) if numerus else escape(forms[0])
    mark = "" if done else ' type="unfinished"'
    head = "message numerus='yes'" if numerus else "message"
    return f"    <{head}>\n        <source>{escape(source)}</source>\n        <translation{mark}>{body}</translation>\n    </message>\n"


def written(code, texts, translations):
    wanted = [text for text in texts if code != "en" or "%n" in text]
    body = "".join(message(text, translations.get(text), FORMS[code]) for text in wanted)
    return (f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="{code}" sourcelanguage="en">\n<context>\n    <name>{CONTEXT}</name>\n{body}</context>\n</TS>\n')


def main():
    check = "--check" in sys.argv[1:]
    texts = source_texts()
    failed = False
    for code in FORMS:
        path = HERE / f"consort_{code}.ts"
        text = written(code, texts, known(path))
        unfinished = text.count('type="unfinished"')
        print(f"{code}: {text.count('<message')} texts, {unfinished} unfinished")
        failed = failed or unfinished > 0 or (check and (not path.exists() or path.read_text(encoding="utf-8") != text))
        if not check:
            path.write_text(text, encoding="utf-8")
    return 1 if check and failed else 0


if __name__ == "__main__":
    sys.exit(main())
