"""`consort chat` against jinja2 as transformers sets it up: templates in the style of twelve families, fixed and random conversations."""
import json
import random

import jinja2
import jinja2.ext
import jinja2.sandbox
import pytest
from tokenizers import Tokenizer

from consort import BASE_MODEL, consort

BOS, EOS = "<s>", "</s>"
# Written for these tests after the published formats of the families; each uses the constructs that family is known for.
TEMPLATES = {
    "chatml": "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>' + '\n' }}{% endfor %}"
              "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}",
    "llama2": "{% if messages[0]['role'] == 'system' %}{% set loop_messages = messages[1:] %}{% set system_message = messages[0]['content'] %}"
              "{% else %}{% set loop_messages = messages %}{% set system_message = false %}{% endif %}"
              "{% for message in loop_messages %}{% if (message['role'] == 'user') != (loop.index0 % 2 == 0) %}"
              "{{ raise_exception('roles must alternate') }}{% endif %}"
              "{% if loop.index0 == 0 and system_message != false %}{% set content = '<<SYS>>\\n' + system_message + '\\n<</SYS>>\\n\\n' + message['content'] %}"
              "{% else %}{% set content = message['content'] %}{% endif %}"
              "{% if message['role'] == 'user' %}{{ bos_token + '[INST] ' + content.strip() + ' [/INST]' }}"
              "{% elif message['role'] == 'assistant' %}{{ ' ' + content.strip() + ' ' + eos_token }}{% endif %}{% endfor %}",
    "llama3": "{% set loop_messages = messages %}{% for message in loop_messages %}"
              "{% set content = '<|start_header_id|>' + message['role'] + '<|end_header_id|>\n\n'+ message['content'] | trim + '<|eot_id|>' %}"
              "{% if loop.index0 == 0 %}{% set content = bos_token + content %}{% endif %}{{ content }}{% endfor %}"
              "{% if add_generation_prompt %}{{ '<|start_header_id|>assistant<|end_header_id|>\n\n' }}{% endif %}",
    "llama31": """{{- bos_token }}
{%- if not date_string is defined %}
    {%- set date_string = "26 Jul 2024" %}
{%- endif %}
{%- if messages[0]['role'] == 'system' %}
    {%- set system_message = messages[0]['content'] | trim %}
    {%- set messages = messages[1:] %}
{%- else %}
    {%- set system_message = "" %}
{%- endif %}
{{- "<|start_header_id|>system<|end_header_id|>\\n\\n" }}
{{- "Today Date: " + date_string + "\\n\\n" }}
{{- system_message }}
{{- "<|eot_id|>" }}
{%- for message in messages %}
    {%- if not (message.role == 'tool' or 'tool_calls' in message) %}
        {{- '<|start_header_id|>' + message['role'] + '<|end_header_id|>\\n\\n' + message['content'] | trim + '<|eot_id|>' }}
    {%- endif %}
{%- endfor %}
{%- if add_generation_prompt %}
    {{- '<|start_header_id|>assistant<|end_header_id|>\\n\\n' }}
{%- endif %}
""",
    "mistral": """{%- if messages[0]["role"] == "system" %}
    {%- set system_message = messages[0]["content"] %}
    {%- set loop_messages = messages[1:] %}
{%- else %}
    {%- set loop_messages = messages %}
{%- endif %}
{%- set user_messages = loop_messages | selectattr("role", "equalto", "user") | list %}
{%- set ns = namespace(index=0) %}
{%- for message in loop_messages %}
    {%- if (message["role"] == "user") != (ns.index % 2 == 0) %}
        {{- raise_exception("after the optional system message, roles must alternate") }}
    {%- endif %}
    {%- set ns.index = ns.index + 1 %}
{%- endfor %}
{{- bos_token }}
{%- for message in loop_messages %}
    {%- if message["role"] == "user" %}
        {%- if loop.last and system_message is defined %}
            {{- "[INST]" + system_message + "\\n\\n" + message["content"] + "[/INST]" }}
        {%- else %}
            {{- "[INST]" + message["content"] + "[/INST]" }}
        {%- endif %}
    {%- elif message["role"] == "assistant" %}
        {{- message["content"] + eos_token }}
    {%- endif %}
{%- endfor %}
""",
    "qwen25": """{%- if messages[0]['role'] == 'system' %}
    {{- '<|im_start|>system\\n' + messages[0]['content'] + '<|im_end|>\\n' }}
{%- else %}
    {{- '<|im_start|>system\\nYou are a helpful assistant.<|im_end|>\\n' }}
{%- endif %}
{%- for message in messages %}
    {%- if (message.role == "user") or (message.role == "system" and not loop.first) or (message.role == "assistant" and not message.tool_calls) %}
        {{- '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>' + '\\n' }}
    {%- endif %}
{%- endfor %}
{%- if add_generation_prompt %}
    {{- '<|im_start|>assistant\\n' }}
{%- endif %}
""",
    "qwen3": """{%- set ns = namespace(multi_step_tool=true, last_query_index=messages|length - 1) %}
{%- for message in messages[::-1] %}
    {%- set index = (messages|length - 1) - loop.index0 %}
    {%- if ns.multi_step_tool and message.role == "user" and message.content is string and not(message.content.startswith('<tool_response>') and message.content.endswith('</tool_response>')) %}
        {%- set ns.multi_step_tool = false %}
        {%- set ns.last_query_index = index %}
    {%- endif %}
{%- endfor %}
{%- for message in messages %}
    {%- set content = message.content if message.content is string else '' %}
    {%- if message.role == "user" or message.role == "system" %}
        {{- '<|im_start|>' + message.role + '\\n' + content + '<|im_end|>' + '\\n' }}
    {%- elif message.role == "assistant" %}
        {%- set reasoning_content = '' %}
        {%- if '</think>' in content %}
            {%- set reasoning_content = content.split('</think>')[0].rstrip('\\n').split('<think>')[-1].lstrip('\\n') %}
            {%- set content = content.split('</think>')[-1].lstrip('\\n') %}
        {%- endif %}
        {%- if loop.index0 > ns.last_query_index and (loop.last or reasoning_content) %}
            {{- '<|im_start|>' + message.role + '\\n<think>\\n' + reasoning_content.strip('\\n') + '\\n</think>\\n\\n' + content.lstrip('\\n') }}
        {%- else %}
            {{- '<|im_start|>' + message.role + '\\n' + content }}
        {%- endif %}
        {{- '<|im_end|>\\n' }}
    {%- endif %}
{%- endfor %}
{%- if add_generation_prompt %}{{- '<|im_start|>assistant\\n' }}{%- endif %}
""",
    "gemma": "{{ bos_token }}{% if messages[0]['role'] == 'system' %}{{ raise_exception('System role not supported') }}{% endif %}"
             "{% for message in messages %}{% if (message['role'] == 'user') != (loop.index0 % 2 == 0) %}{{ raise_exception('Conversation roles must alternate') }}{% endif %}"
             "{% if (message['role'] == 'assistant') %}{% set role = 'model' %}{% else %}{% set role = message['role'] %}{% endif %}"
             "{{ '<start_of_turn>' + role + '\n' + message['content'] | trim + '<end_of_turn>\n' }}{% endfor %}"
             "{% if add_generation_prompt %}{{'<start_of_turn>model\n'}}{% endif %}",
    "phi3": "{% for message in messages %}{% if message['role'] == 'system' %}{{'<|system|>\n' + message['content'] + '<|end|>\n'}}"
            "{% elif message['role'] == 'user' %}{{'<|user|>\n' + message['content'] + '<|end|>\n'}}"
            "{% elif message['role'] == 'assistant' %}{{'<|assistant|>\n' + message['content'] + '<|end|>\n'}}{% endif %}{% endfor %}"
            "{% if add_generation_prompt %}{{ '<|assistant|>\n' }}{% else %}{{ eos_token }}{% endif %}",
    "zephyr": """{% for message in messages %}
{% if message['role'] == 'user' %}
{{ '<|user|>
' + message['content'] + eos_token }}
{% elif message['role'] == 'system' %}
{{ '<|system|>
' + message['content'] + eos_token }}
{% elif message['role'] == 'assistant' %}
{{ '<|assistant|>
'  + message['content'] + eos_token }}
{% endif %}
{% if loop.last and add_generation_prompt %}
{{ '<|assistant|>' }}
{% endif %}
{% endfor %}
""",
    "command_r": "{{ bos_token }}{% for message in messages %}{% set content = message['content'] %}"
                 "{% if message['role'] == 'user' %}{{ '<|START_OF_TURN_TOKEN|><|USER_TOKEN|>' + content.strip() + '<|END_OF_TURN_TOKEN|>' }}"
                 "{% elif message['role'] == 'assistant' %}{{ '<|START_OF_TURN_TOKEN|><|CHATBOT_TOKEN|>'  + content.strip() + '<|END_OF_TURN_TOKEN|>' }}"
                 "{% else %}{{ '<|START_OF_TURN_TOKEN|><|SYSTEM_TOKEN|>' + content.strip() + '<|END_OF_TURN_TOKEN|>' }}{% endif %}{% endfor %}"
                 "{% if add_generation_prompt %}{{ '<|START_OF_TURN_TOKEN|><|CHATBOT_TOKEN|>' }}{% endif %}",
    "macro_style": """{%- macro turn(role, body, end='<|end|>') -%}
    <|{{ role }}|>{{ body | trim }}{{ end }}
{%- endmacro %}
{%- set names = {'user': 'human', 'assistant': 'bot', 'system': 'system'} %}
{%- for m in messages if m.role in names %}
  {{- turn(names[m.role], m.content) }}
  {%- if not loop.last %}{{ '\\n' }}{% endif %}
{%- else %}nothing{% endfor %}
{%- for key, value in names.items() %}{% if loop.index > 2 %}{% break %}{% endif %}[{{ key }}={{ value | upper }}]{% endfor %}
{{- {'n': messages | length, 'roles': messages | map(attribute='role') | list} | tojson }}
""",
    "generation_tag": "{% for message in messages %}{% if message.role == 'assistant' %}<|a|>{% generation %}{{ message.content + eos_token }}{% endgeneration %}"
                      "{% else %}<|{{ message.role }}|>{{ message.content }}{% endif %}{% endfor %}",
}
WORDS = ["kind", "gloomy", "letter", " road", "wörld", "naïve", "日本", "🙂", "x = {{ y }}", "<b>", "'quoted'", "\"double\"", "\n", "\n\n", "  ", "0.5", "\\n", "&amp;"]


class Generation(jinja2.ext.Extension):
    """The tag with which templates mark what an assistant says; here it only lets its body through."""
    tags = {"generation"}

    def parse(self, parser):
        next(parser.stream)
        return parser.parse_statements(["name:endgeneration"], drop_needle=True)


def rendered(template, messages, prompt=False):
    def refuse(message):
        raise jinja2.exceptions.TemplateError(message)

    environment = jinja2.sandbox.ImmutableSandboxedEnvironment(trim_blocks=True, lstrip_blocks=True, extensions=[Generation, jinja2.ext.loopcontrols])
    environment.filters["tojson"] = lambda value, indent=None: json.dumps(value, ensure_ascii=False, indent=indent)
    environment.globals["raise_exception"] = refuse
    return environment.from_string(template).render(messages=messages, tools=None, documents=None, add_generation_prompt=prompt, bos_token=BOS, eos_token=EOS)


def conversation(draw, system):
    text = lambda: "".join(draw.choice(WORDS) + draw.choice(["", " ", "."]) for _ in range(draw.randrange(1, 7)))
    messages = [{"role": "system", "content": text()}] if system and draw.random() < 0.4 else []
    for _ in range(draw.randrange(1, 4)):
        messages += [{"role": "user", "content": text()}, {"role": "assistant", "content": text()}]
    return messages


def model_folder(folder, template):
    folder.mkdir(exist_ok=True)
    tokenizer = json.loads((BASE_MODEL / "tokenizer.json").read_text())
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer))
    (folder / "tokenizer_config.json").write_text(json.dumps({"chat_template": template, "bos_token": {"content": BOS}, "eos_token": EOS}))
    return folder


def chat(folder, conversations, tmp_path, **options):
    file = tmp_path / "chats.jsonl"
    file.write_text("".join(json.dumps(one) + "\n" for one in conversations))
    done = consort("chat", "--model", folder, file, **options)
    return [json.loads(line) for line in done.stdout.splitlines()] if done.returncode == 0 else done


@pytest.mark.parametrize("name", TEMPLATES)
def test_text_and_ids_equal(name, tmp_path):
    draw = random.Random(name)
    conversations = [conversation(draw, system=name != "gemma") for _ in range(45)]  # 13 templates × 45 > 500
    answers = chat(model_folder(tmp_path / "m", TEMPLATES[name]), conversations, tmp_path)
    tokenizer = Tokenizer.from_file(str(BASE_MODEL / "tokenizer.json"))
    for messages, answer in zip(conversations, answers, strict=True):
        expected = rendered(TEMPLATES[name], messages)
        assert answer["text"] == expected
        assert answer["ids"] == tokenizer.encode(expected, add_special_tokens=False).ids
        assert len(answer["loss_mask"]) == len(answer["ids"])


@pytest.mark.parametrize("name", [name for name in TEMPLATES if name != "macro_style"])
def test_only_what_assistants_say_is_trained(name, tmp_path):
    messages = [{"role": "user", "content": "First question of the road"}, {"role": "assistant", "content": "a kind answer"},
                {"role": "user", "content": "Second question"}, {"role": "assistant", "content": "another gloomy answer"}]
    answer = chat(model_folder(tmp_path / "m", TEMPLATES[name]), [messages], tmp_path)[0]
    tokenizer = Tokenizer.from_file(str(BASE_MODEL / "tokenizer.json"))
    runs, now = [], []
    for token, said in zip(answer["ids"], answer["loss_mask"]):
        if said:
            now.append(token)
        elif now:
            runs.append(now)
            now = []
    runs += [now] if now else []
    said = [tokenizer.decode(run, skip_special_tokens=False) for run in runs]
    assert len(said) == 2
    for text, message in zip(said, messages[1::2]):
        assert message["content"] in text and "question" not in text
    ends = [text.split(message["content"])[1] for text, message in zip(said, messages[1::2])]
    assert ends[1].startswith(ends[0]) and not ends[0].endswith("\n")  # the token that ends a turn is trained, blanks behind it are not


@pytest.mark.parametrize("template, messages, named", [
    (TEMPLATES["gemma"], [{"role": "system", "content": "x"}, {"role": "user", "content": "y"}], "System role not supported"),
    (TEMPLATES["llama2"], [{"role": "user", "content": "x"}, {"role": "user", "content": "y"}], "roles must alternate"),
    (TEMPLATES["chatml"], [], "not empty"),
    (TEMPLATES["chatml"], [{"content": "x"}], "role"),
    (TEMPLATES["chatml"], "hello", "list"),
    ("{% for a in range(3000) %}{% for b in range(3000) %}x{% endfor %}{% endfor %}", [{"role": "user", "content": "x"}], "come to an end"),
    ("{% macro f(x) %}{{ f(x) }}{% endmacro %}{{ f(1) }}", [{"role": "user", "content": "x"}], "deeply"),
    ("{{ messages[0].nothing.at_all }}", [{"role": "user", "content": "x"}], "nothing"),
    ("{{ open('/etc/passwd') }}", [{"role": "user", "content": "x"}], "open"),
    ("{{ ''.__class__.__mro__ }}", [{"role": "user", "content": "x"}], "__"),
    ("{% for x in messages %}", [{"role": "user", "content": "x"}], "endfor"),
])
def test_refused_with_a_reason(template, messages, named, tmp_path):
    done = chat(model_folder(tmp_path / "m", template), [messages], tmp_path, check=False)
    assert done.returncode == 2 and done.stdout == "" and named in done.stderr, done.stderr


def test_a_folder_without_a_template_is_named(tmp_path):
    folder = model_folder(tmp_path / "m", "x")
    (folder / "tokenizer_config.json").write_text("{}")
    done = chat(folder, [[{"role": "user", "content": "x"}]], tmp_path, check=False)
    assert done.returncode == 2 and "chat template" in done.stderr


def test_a_template_file_takes_precedence_and_lists_have_a_default(tmp_path):
    folder = model_folder(tmp_path / "m", [{"name": "tool_use", "template": "tools"}, {"name": "default", "template": "listed"}])
    messages = [[{"role": "user", "content": "x"}]]
    assert chat(folder, messages, tmp_path)[0]["text"] == "listed"
    (folder / "chat_template.jinja").write_text("from the file")
    assert chat(folder, [{"messages": messages[0]}], tmp_path)[0]["text"] == "from the file"
