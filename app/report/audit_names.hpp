#pragma once

#include <map>
#include <string>

#include "app/messages/catalogue.hpp"
#include "models/plan/plan.hpp"

namespace jobcast::app {

/// The document's names in the language of the report: findings carry the Korean ones, as the document has them.
class AuditNames {
 public:
  AuditNames(const plan::Plan& plan, const Catalogue& catalogue);

  /// A name, "id name", or several joined by " + "; what is none of the plan's names stays as it is.
  [[nodiscard]] std::string name(const std::string& words) const;
  /// The sentence, with its names.
  [[nodiscard]] std::string text(const input::Message& message) const;

 private:
  const Catalogue& catalogue_;
  std::map<std::string, std::string> english_;  ///< empty in Korean
};

}  // namespace jobcast::app
