#pragma once

#include <string>

#include "app/messages/catalogue.hpp"
#include "engine/time/date.hpp"
#include "engine/units/quantity.hpp"

namespace jobcast::app {

/// "21,850", "-1,234.5"; never "-0".
std::string grouped(double number, int decimals = 0);
/// "+0.12", "-1,200", "0.0".
std::string with_sign(double number, int decimals);
/// The shortest text that reads back as the same number; for CSV. Empty for what is not finite.
std::string shortest(double number);

/// A probability in percent, with no more digits than its Monte Carlo standard error allows: steps of 0.1, 1, 5 or 10
/// points, the finest that two standard errors do not exceed by half. "52%", "99.3%", "<1%", ">99%".
std::string probability(double value, double standard_error);
/// Standard error of a share seen in `draws` independent draws, never under 1/draws.
double error_of_share(double share, int draws);

/// Money as people say it: "123억 4,500만 원" is "123.5억 원", less than one 억 in 백만 원; "KRW 12.3 billion".
std::string money(units::Won amount, const Catalogue& catalogue);
/// Million won, for a column: "12,345"; one decimal below ten.
std::string million_won(units::Won amount);

/// The survey that holds a reference week: "2024년 10월", "October 2024".
std::string survey_name(time::Date reference_week, const Catalogue& catalogue);
/// "2024-10".
std::string year_and_month(time::Date date);

}  // namespace jobcast::app
