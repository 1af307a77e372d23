#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace jobcast::time {

/// A civil date: whole days since 1970-01-01 in the proleptic Gregorian calendar. Event times are these integers.
using Date = std::chrono::sys_days;

/// The date of a year (…), month 1-12 and day of month. Precondition: the day exists.
Date make_date(int year, int month, int day);

int year_of(Date date);
int month_of(Date date);  ///< 1-12
int day_of(Date date);    ///< 1-31

Date first_of_month(int year, int month);
Date last_of_month(int year, int month);
Date add_days(Date date, int days);
/// Days from `from` to `to`; negative when `to` is earlier.
int days_between(Date from, Date to);
/// Days since 1970-01-01, to reckon with parts of days.
double day_number(Date date);

/// The share of a birth-year cohort that has had its birthday by `date`: days since 1 January over 365.25, as model.md
/// section 2 defines it. 0 on 1 January; on 31 December it is 364/365.25 or 365/365.25.
double birthday_share(Date date);

/// The Sunday that begins the survey's reference week: the Sunday-to-Saturday week that holds the 15th of April (half
/// 1) or October (half 2). Source: Statistics Korea, Local Area Labour Force Survey.
Date reference_week(int year, int half);

/// "2024-10-13".
std::string to_string(Date date);
/// Reads "YYYY-MM-DD" of a day that exists; nothing else.
std::optional<Date> parse_date(std::string_view text);

}  // namespace jobcast::time
