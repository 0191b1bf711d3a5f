#include "model/load/outcome.h"

namespace leadlight {

const std::vector<std::string>& outcomeNames() {
  static const std::vector<std::string> names = {"converted", "target",    "outcome",    "won",
                                                 "is_won",    "purchased", "revenue",    "y",
                                                 "churn",     "churned",   "subscribed", "is_customer"};
  return names;
}

const std::vector<std::string>& positiveAnswers() {
  static const std::vector<std::string> answers = {
      "1",          "yes",        "Yes",        "YES",      "true",      "True",      "TRUE",
      "y",          "Y",          "won",        "Won",      "WON",       "converted", "Converted",
      "CONVERTED",  "customer",   "Customer",   "CUSTOMER", "purchased", "Purchased", "PURCHASED",
      "subscribed", "Subscribed", "SUBSCRIBED", "churned",  "Churned",   "CHURNED"};
  return answers;
}

}  // namespace leadlight
