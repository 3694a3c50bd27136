#include "base/role.hpp"

#include <array>
#include <utility>

#include "base/names.hpp"

namespace fazhi {
namespace {

constexpr auto kRoles = std::to_array<std::pair<Role, std::string_view>>({
    {Role::furniture, "furniture"},
    {Role::head, "head"},
    {Role::preamble, "preamble"},
    {Role::achievements, "achievements"},
    {Role::first_responsible, "first-responsible"},
    {Role::shortcomings, "shortcomings"},
    {Role::plan, "plan"},
    {Role::other, "other"},
    {Role::tail, "tail"},
});

constexpr auto kLevels = std::to_array<std::pair<Level, std::string_view>>({
    {Level::province, "province"},
    {Level::prefecture, "prefecture"},
    {Level::county, "county"},
    {Level::township, "township"},
    {Level::subdistrict, "subdistrict"},
    {Level::department, "department"},
});

}  // namespace

std::string_view name_of(Role role) { return names::name_in(kRoles, role); }
std::optional<Role> role_from(std::string_view name) { return names::value_in<Role>(kRoles, name); }
std::string_view name_of(Level level) { return names::name_in(kLevels, level); }
std::optional<Level> level_from(std::string_view name) { return names::value_in<Level>(kLevels, name); }

}  // namespace fazhi
