#include "app/publication/draw_up.hpp"
#include "app/publication/web_page.hpp"
#include "app/publication/workbook.hpp"
#include "app/server/api.hpp"
#include "app/server/scenario_text.hpp"

namespace jobcast::app::server {
namespace {

struct Format {
  const char* name;
  const char* type;
  std::string (*write)(const Publication&, const Catalogue&);
};
constexpr Format formats[]{{"html", "text/html", web_page},
                           {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook}};

const Format& format_of(const Question& question) {
  const auto asked = question.query.find("format");
  for (const auto& format : formats) {
    if (asked == question.query.end() || asked->second == format.name) return format;
  }
  throw Refused(400, "bad_query", {"serve.bad_query", {"format", asked->second}});
}

}  // namespace

void Api::report(const Question& question, const Replied& reply) {
  const auto& plan = plan_of(question);
  const auto& format = format_of(question);
  const auto& words = words_.in(question);
  auto order = read_order(*plan.plan, parse_json(question.body));
  answer_at(long_work_, question, reply,
            [&plan, &format, &words, order = std::move(order), still_wanted = while_listening(reply)] {
              const auto publication =
                  draw_up({.plan = *plan.plan,
                           .scenario = order.scenario,
                           .request = order.request,
                           .backtest = plan.backtest,
                           .calibrated = plan.calibrated ? words.text(*plan.calibrated) : std::string()},
                          words, still_wanted);
              return Answer{.type = format.type,
                            .body = format.write(publication, words),
                            .headers = {{"Content-Disposition",
                                         "attachment; filename=\"" + plan.plan->id + "-report." + format.name + "\""}}};
            });
}

}  // namespace jobcast::app::server
