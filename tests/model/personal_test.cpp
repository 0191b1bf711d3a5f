#include "model/schema/personal.h"

#include <gtest/gtest.h>

#include "model/frame/masked_frame.h"

namespace leadlight {
namespace {

TEST(Personal, aColumnIsKnownByItsName) {
  for (const char* name : {"First_Name", "FirstName", "OwnerIdName", "Nombre", "Last Name", "Created_By_Name"})
    EXPECT_EQ(personalByName(name), Personal::Name) << name;
  for (const char* name : {"Email", "EmailAddress", "E_mail", "Correo", "Do_Not_Email"})
    EXPECT_EQ(personalByName(name), Personal::Email) << name;
  for (const char* name : {"Phone", "Mobile_Number", "Tel", "WhatsApp", "Fax"})
    EXPECT_EQ(personalByName(name), Personal::Phone) << name;
  for (const char* name : {"Lead_Source", "Company_Name", "Campaign_Name", "TotalVisits", "Tags", "City", "Renames"})
    EXPECT_EQ(personalByName(name), Personal::None) << name;
}

TEST(Personal, aColumnIsKnownByTheShapeOfItsValues) {
  EXPECT_EQ(personalColumn("Contact", {"a@b.example", "c.d@e.example", ""}), Personal::Email);
  EXPECT_EQ(personalColumn("Contact", {"+34 600 123 456", "+1-202-555-0143"}), Personal::Phone);
  EXPECT_EQ(personalColumn("Mobile", {"9876543210", "08012345678"}), Personal::Phone);
  EXPECT_EQ(personalColumn("Lead_Number", {"660737", "660728"}), Personal::None);
  EXPECT_EQ(personalColumn("Prospect_ID", {"9876543210", "9876543211"}), Personal::None);
  EXPECT_EQ(personalColumn("Do_Not_Email", {"", "Yes", "No"}), Personal::None);
  EXPECT_EQ(personalColumn("Do_Not_Call", {"Yes", "No"}), Personal::None);
}

TEST(Personal, nothingOfAPersonIsLeftInAMaskedValue) {
  EXPECT_EQ(maskedValue(Personal::Email, "maria.lopez@mail.example"), "m•••@•••");
  EXPECT_EQ(maskedValue(Personal::Phone, "+34 600 123 456"), "••• 56");
  EXPECT_EQ(maskedValue(Personal::Name, "Maria  Lopez"), "M••• L•••");
  EXPECT_EQ(maskedValue(Personal::Name, "Ángel"), "Á•••");
  EXPECT_EQ(maskedValue(Personal::None, "write to a.b@c.example or +1 202 555 0143, soon"),
            "write to a•••@••• or ••• 43, soon");
  EXPECT_EQ(maskedValue(Personal::Email, "Yes"), "Yes");
  EXPECT_EQ(maskedValue(Personal::Phone, "No"), "No");
  for (const char* plain : {"", "@", "a@", "@b.c", "1 + 1", "+", "Olark Chat", "2016-08-01", "C++ at 3 @ 4", "+5"})
    EXPECT_EQ(maskedValue(Personal::None, plain), plain);
}

TEST(Personal, maskingTwiceChangesNothingMore) {
  for (const Personal kind : {Personal::None, Personal::Name, Personal::Email, Personal::Phone})
    for (const char* value : {"maria@mail.example", "+34 600 123 456", "Maria Lopez", "600123456"}) {
      const std::string once = maskedValue(kind, value);
      EXPECT_EQ(maskedValue(kind, once), once);
    }
}

TEST(Personal, aMaskedFrameHidesWhatTheStoreHoldsToo) {
  const auto text = [](const char* name, std::initializer_list<const char*> values) {
    TextColumnBuilder builder;
    for (const char* value : values) builder.append(value);
    return std::make_shared<const Column>(std::move(builder).finish(name, name, {"Select"}));
  };
  const Frame frame({1, 2, 3},
                    {text("Email", {"a@b.example", "Select", "c@d.example"}), text("City", {"Thane", "", "Pune"}),
                     text("Do_Not_Email", {"Yes", "No", "No"}), text("Notes", {"call", "ask x@y.example", ""}),
                     std::make_shared<const Column>(
                         Column::integers("Mobile", "Mobile", {9876543210, Column::missingInteger, 9876543211}))});
  const MaskedFrame masked = maskedFrame(frame, {{"Phone", "Phone", {"020 1234567"}}, {"Code", "Code", {"k1", "k2"}}});
  EXPECT_EQ(masked.hidden, (std::vector<std::string>{"Email", "Notes", "Mobile", "Phone"}));
  EXPECT_EQ(masked.frame.find("Email")->textAt(0), "a•••@•••");
  EXPECT_TRUE(masked.frame.find("Email")->isMissing(1));
  EXPECT_EQ(masked.frame.find("Notes")->textAt(1), "ask x•••@•••");
  EXPECT_EQ(masked.frame.find("Mobile")->textAt(0), "•••");
  EXPECT_TRUE(masked.frame.find("Mobile")->isMissing(1));
  EXPECT_EQ(masked.frame.find("Phone")->textAt(2), "•••");
  EXPECT_EQ(masked.frame.find("Code"), nullptr);
  EXPECT_EQ(masked.frame.find("City"), frame.find("City"));
}

}  // namespace
}  // namespace leadlight
