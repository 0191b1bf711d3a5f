#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace leadlight {

// What a column tells of a person, for hiding it while somebody else looks at the screen.
enum class Personal { None, Name, Email, Phone };

// What the column's name promises: "First_Name", "EmailAddress", "Mobile". A promise only: "Do_Not_Email" is Email too,
// and its "Yes" and "No" stay as they are.
Personal personalByName(std::string_view column);

// By name and by the shape of the values: `values` are some or all of the column's, each once.
Personal personalColumn(std::string_view column, const std::vector<std::string>& values);

// The value as it may be shown: "m•••@•••", "••• 42", "M••• L•••". Of a column that is not personal, e-mail addresses
// and international phone numbers within the value are hidden all the same. What has not the shape of its kind stays.
std::string maskedValue(Personal kind, std::string_view value);

}  // namespace leadlight
