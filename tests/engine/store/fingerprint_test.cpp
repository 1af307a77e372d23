#include "engine/store/fingerprint.hpp"

#include <gtest/gtest.h>

namespace jobcast::store {
namespace {

TEST(Fingerprint, OfBytesIsTheSha256OfTheStandardsExamples) {
  // FIPS 180-4, examples of NIST's Cryptographic Standards and Guidelines: "abc" and the message of two blocks.
  EXPECT_EQ(Fingerprint::of_bytes("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(Fingerprint::of_bytes("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(Fingerprint::of_bytes(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Fingerprint, TellsApartHowBytesAreSplitIntoParts) {
  EXPECT_NE(Fingerprint().add("a", "bc").hex(), Fingerprint().add("ab", "c").hex());
  EXPECT_NE(Fingerprint().add("a", "b").add("c", "d").hex(), Fingerprint().add("a", "bcd").hex());
  EXPECT_NE(Fingerprint().add("a", "1").add("b", "").hex(), Fingerprint().add("a", "").add("b", "1").hex());
}

TEST(Fingerprint, IsTheSameForTheSameParts) {
  const auto print = [] { return Fingerprint().add("seed", std::uint64_t{7}).add("pack", "x").hex(); };
  EXPECT_EQ(print(), print());
  EXPECT_EQ(print().size(), 64U);
}

}  // namespace
}  // namespace jobcast::store
