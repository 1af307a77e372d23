#pragma once

#include <string>

#include "app/messages/catalogue.hpp"
#include "models/sensitivity/sensitivity.hpp"

namespace jobcast::app {

/// What people call a kind, a group or an input; an input that is a value of the pack goes by its key, which
/// `jobcast explain` knows.
std::string subject_label(const sensitivity::Subject& subject, const Catalogue& words);
std::string kind_label(sensitivity::Kind kind, const Catalogue& words);

}  // namespace jobcast::app
