"""Templates against jinja2: generated cases, rendered by the template test program."""
import itertools
import json
import os
import pathlib
import subprocess

from consort import BINARY, SOURCE
import jinja2
import yaml

FIELDS = {"text": "Hello wörld, it's  me ", "label": 1, "score": 0.5, "none": None, "yes": True, "list": ["a", "b'c", "d"], "numbers": [3, 1, 2], "empty": "",
          "obj": {"k": "v", "n": [1, {"x": "y"}]}, "answer_choices": ["No", "Yes"]}
VALUES = ["text", "label", "score", "none", "yes", "list", "numbers", "empty", "obj", "obj.k", "obj['n'][1].x", "missing", "'lit\\'s'", "list[-1]", "numbers[1:]",
          "text[::2]", "text[-3:]", "answer_choices[label]", "-label", "list[7]", "[label, score]"]
FILTERS = ["trim", "lower", "upper", "capitalize", "title", "string", "default('d')", "default('d', true)", "replace('l', 'L')"]
LISTS = ["first", "last", "length", "join(', ')", "list", "join"]
STATEMENTS = ["{% if label == 1 %}one{% elif label %}other{% else %}none{% endif %}", "{% for i in list %}{{ loop.index }}:{{ i }}{{ ', ' if not loop.last }}{% endfor %}",
              "{% for i in [] %}x{% else %}nothing{% endfor %}", "a {%- if yes %} b {% endif -%} c\n", "{% set y = label + 2 %}{{ y }}{# gone #}", "{{ 'e' in text and label not in numbers }}",
              "{{ text.split()[0].upper() }}{{ text.strip() }}{{ text.startswith('H') }}{{ text.replace('l', 'r') }}", "{{ 'x' if missing else 'y' }} ||| {{ answer_choices[label] }}",
              "{{ not missing }}{{ missing is defined }}{{ none is none }}{{ text is string }}", "{{ '3' | int + 1 }} {{ 2.567 | round(2) }}"]


def sources():
    yield from ("[{{ %s }}]" % v for v in VALUES)
    yield from ("[{{ %s | %s }}]" % pair for pair in itertools.product(VALUES, FILTERS))
    yield from ("[{{ %s | %s }}]" % pair for pair in itertools.product(["list", "text", "numbers", "answer_choices"], LISTS))
    yield from ("[{{ %s %s %s }}]" % (a, op, b) for a, op, b in itertools.product(["label", "7", "-7", "2.5"], ["+", "-", "*", "/", "//", "%", "<", ">=", "==", "!=", "~"], ["2", "1.5", "-3"]))
    yield from STATEMENTS
    for file in sorted((SOURCE / "resources" / "templates").glob("*.yaml")):
        yield yaml.safe_load(file.read_text())["jinja"].replace("answer | int - 1", "label").replace("answer_right_ending | int - 1", "label")


def test_equal_to_jinja2(tmp_path):
    cases = [{"source": s, "fields": FIELDS, "expected": jinja2.Environment().from_string(s).render(**FIELDS)} for s in sources()]
    assert len(cases) >= 300
    file = tmp_path / "cases.json"
    file.write_text(json.dumps(cases))
    program = pathlib.Path(BINARY).parent.parent / "tests" / "tst_template"
    done = subprocess.run([program, "equalsTheReferenceCases"], capture_output=True, text=True, env={**os.environ, "CONSORT_TEMPLATE_CASES": str(file)})
    assert done.returncode == 0, done.stdout
