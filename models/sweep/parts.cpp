#include "models/sweep/parts.hpp"

#include <algorithm>
#include <cstring>
#include <stdexcept>
#include <utility>

namespace jobcast::sweep {
namespace {

using Word = std::uint64_t;

}  // namespace

Parts::Parts(Agenda agenda, int hands)
    : agenda_(std::move(agenda)),
      from_(agenda_.groups.size(), 0),
      last_(static_cast<std::size_t>(hands)),
      left_(agenda_.count - agenda_.known) {}

std::size_t Parts::choose(int hand) {
  const auto last = last_[static_cast<std::size_t>(hand)];
  if (last && left_of(*last) > 0) return *last;
  if (begun_ < agenda_.groups.size()) return begun_++;
  std::size_t longest = 0;
  for (std::size_t group = 1; group < agenda_.groups.size(); ++group) {
    if (left_of(group) > left_of(longest)) longest = group;
  }
  return longest;
}

std::optional<Group> Parts::next(int hand) {
  if (left_ == 0) return std::nullopt;
  const auto chosen = choose(hand);
  last_[static_cast<std::size_t>(hand)] = chosen;
  const Group& group = agenda_.groups[chosen];
  const auto share = std::max<std::uint64_t>(1, left_ / (2 * last_.size()));
  const auto size = static_cast<std::ptrdiff_t>(std::min<std::uint64_t>(left_of(chosen), share));
  const auto first = group.numbers.begin() + static_cast<std::ptrdiff_t>(from_[chosen]);
  from_[chosen] += static_cast<std::size_t>(size);
  left_ -= static_cast<std::uint64_t>(size);
  return Group{.plan = group.plan, .one_county = group.one_county, .numbers = {first, first + size}};
}

std::string to_bytes(const Group& part) {
  std::vector<Word> words{part.plan, part.one_county ? 1U : 0U};
  words.insert(words.end(), part.numbers.begin(), part.numbers.end());
  std::string bytes(words.size() * sizeof(Word), '\0');
  std::memcpy(bytes.data(), words.data(), bytes.size());
  return bytes;
}

Group part_from(std::string_view bytes) {
  constexpr std::size_t head = 2;
  std::vector<Word> words(bytes.size() / sizeof(Word));
  if (words.size() <= head || bytes.size() % sizeof(Word) != 0) throw std::invalid_argument("not a part of an agenda");
  std::memcpy(words.data(), bytes.data(), bytes.size());
  return {.plan = static_cast<std::size_t>(words[0]),
          .one_county = words[1] != 0,
          .numbers = {words.begin() + head, words.end()}};
}

}  // namespace jobcast::sweep
