#include <QtTest>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/text/template.h"

using namespace consort;

namespace {

/// The rendered text, or the error's message.
std::string rendered(const std::string& source, const Value& fields) {
    try {
        return Template::parse(source).render(fields);
    } catch (const Error& e) {
        return e.what();
    }
}

}  // namespace

class TestTemplate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rendersAsExpected_data() {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("expected");
        QTest::newRow("text") << "a {{ text }} b" << "a Hello World b";
        QTest::newRow("undefined") << "[{{ nothing }}]" << "[]";
        QTest::newRow("index") << "{{ list[-1] }}{{ list[0] }}{{ list[1:] }}" << "31[2, 3]";
        QTest::newRow("slice") << "{{ text[::-1] }}{{ text[2:5] }}" << "dlroW olleHllo";
        QTest::newRow("filters") << "{{ text|lower|replace('o', '0')|trim }}-{{ list|length }}-{{ x|default('d') }}-{{ list|join(', ') }}" << "hell0 w0rld-3-d-1, 2, 3";
        QTest::newRow("if") << "{% if n > 3 %}a{% elif n == 3 %}b{% else %}c{% endif %}" << "b";
        QTest::newRow("for") << "{% for i in list %}{{ loop.index }}{{ i }}{% if not loop.last %},{% endif %}{% endfor %}" << "11,22,33";
        QTest::newRow("set") << "{% set y = n * 2 %}{{ y + 1 }}" << "7";
        QTest::newRow("inline if") << "{{ 'yes' if 2 in list else 'no' }} {{ 'x' if false }}" << "yes ";
        QTest::newRow("control") << "a  {%- if true -%}  b  {%- endif %} c" << "ab c";
        QTest::newRow("comment") << "a{# hidden ' #}b\n" << "ab";
        QTest::newRow("numbers") << "{{ 7 // 2 }} {{ -7 // 2 }} {{ 7 / 2 }} {{ 7 % 3 }} {{ 1.0 }}" << "3 -4 3.5 1 1.0";
        QTest::newRow("methods") << "{{ ' a b '.strip().split(' ')[1].upper() ~ text.startswith('He') }}" << "BTrue";
        QTest::newRow("tests") << "{{ x is defined }} {{ n is not none }} {{ text is string }}" << "False True True";
        QTest::newRow("answer") << "{{ text }} ||| {{ list[n - 3] }}" << "Hello World ||| 1";
    }

    void rendersAsExpected() {
        QFETCH(QString, source);
        QFETCH(QString, expected);
        const Value fields = parseJson(R"({"text":"Hello World","list":[1,2,3],"n":3})", "fields");
        QCOMPARE(QString::fromStdString(Template::parse(source.toStdString()).render(fields)), expected);
    }

    /// Cases that tests/parity/test_templates.py made with jinja2: [{source, fields, expected}].
    void equalsTheReferenceCases() {
        const std::string file = qgetenv("CONSORT_TEMPLATE_CASES").toStdString();
        if (file.empty()) QSKIP("no reference cases given");
        std::string wrong;
        const Value cases = parseJson(readFile(file), file);
        for (const Value& one : cases.asList()) {
            const std::string& source = one.at("source").asString();
            const std::string got = rendered(source, one.at("fields"));
            if (got != one.at("expected").asString()) wrong += source + " gave " + got + ", expected " + one.at("expected").asString() + '\n';
        }
        QVERIFY2(wrong.empty(), wrong.c_str());
    }

    void errorsNameLineAndColumn() {
        const std::string deep(100000, '(');
        const std::vector<std::string> hostile{"a\n{{ x", "a\n{% if x %}", "a\n{% endif %}", "a\n{{ x| }}", "a\n{{ 'x }}", "a\n{% for %}", "a\n{{ " + deep + " }}"};
        for (const std::string& source : hostile) {
            try {
                Template::parse(source);
                QFAIL(("no error for " + source.substr(0, 30)).c_str());
            } catch (const Error& e) {
                const std::string message = e.what();
                QVERIFY2(message.find("line ") != std::string::npos && message.find("column ") != std::string::npos, message.c_str());
            }
        }
        QVERIFY_THROWS_EXCEPTION(Error, Template::parse("{{ a.b }}").render(Value(Value::Object{})));
        QVERIFY_THROWS_EXCEPTION(Error, Template::parse("{{ 1 // 0 }}").render(Value(Value::Object{})));
    }

    void variableNamesAreThoseRead() {
        QCOMPARE(Template::parse("{% for i in b %}{{ i }}{{ a }}{% endfor %}").variableNames(), (std::vector<std::string>{"a", "b"}));
    }
};

QTEST_APPLESS_MAIN(TestTemplate)
#include "tst_template.moc"
