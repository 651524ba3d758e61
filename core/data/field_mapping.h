#pragma once
// Which field of a record plays which role: what schema detection finds and the renderer uses.
#include <optional>
#include <string>
#include <vector>

#include "core/data/import.h"

namespace consort {

/// Roles of fields. Empty where a schema has no such role.
struct FieldMapping {
    Schema schema = Schema::Text;
    std::vector<std::string> prompt{};   ///< shown in this order, each on its own line
    std::string target{};              ///< label, answer or completion
    std::vector<std::string> choices{};  ///< one list field, or one field a choice
    std::string relation{};            ///< holds "cause" or "effect"
    std::string system{};              ///< text that sets the scene of a conversation
    std::string history{};             ///< earlier [question, answer] pairs
    Value tags{};                      ///< keys and role words of the turns where they are not the common ones, named as in dataset_info.json
    bool fromOne = false;              ///< numbers in `target` count choices from 1

    /// {"prompt": […], "target": "…", …} with the roles that are filled.
    Value asValue() const;
    static FieldMapping from(Schema schema, const Value& mapping);
};

/// Text of a scalar field as a person would write it; nullopt for null, lists and objects.
std::optional<std::string> fieldText(const Value* field);

/// The choices of a record: one text each. Understands lists of strings, {text: […], label: […]}, [{text, label}, …], a JSON list in
/// a string, and numbered fields. `names` gets the choices' own labels ("A", "B") where they have some.
std::vector<std::string> choiceTexts(const Value& fields, const FieldMapping& mapping, std::vector<std::string>& names);

/// Index of the right choice: a number (from 0, or from 1), a letter, a choice's own label, or its text; nullopt where it is none.
std::optional<int> rightChoice(const Value* target, const FieldMapping& mapping, const std::vector<std::string>& texts,
                               const std::vector<std::string>& names);

}  // namespace consort
