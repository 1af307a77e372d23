#include "bench/peers/numpy_peer.hpp"

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <limits>
#include <sstream>
#include <stdexcept>
#include <system_error>

namespace jobcast::bench {
namespace {

std::vector<double> numbers_in(const std::string& file) {
  std::vector<double> numbers(std::filesystem::file_size(file) / sizeof(double));
  std::ifstream in(file, std::ios::binary);
  in.read(reinterpret_cast<char*>(numbers.data()), static_cast<std::streamsize>(numbers.size() * sizeof(double)));
  return numbers;
}

}  // namespace

NumpyAnswer run_numpy(const std::string& script, const std::string& work_file, int chunk, int repetitions,
                      const std::string& way) {
  const ScratchFile answer;
  // One thread of BLAS: the work is one core's. Debian's Python is asked for by its path, so that another on the PATH
  // without NumPy does not answer.
  std::ostringstream command;
  command << "OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 /usr/bin/python3 '" << JOBCAST_SOURCE_DIR << "/bench/peers/"
          << script << "' '" << work_file << "' '" << answer.path() << "' " << chunk << ' ' << repetitions << ' ' << way
          << " 2>&1";
  std::FILE* pipe = popen(command.str().c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("python3 could not be started");
  std::string said;
  for (int letter; (letter = std::fgetc(pipe)) != EOF;) said += static_cast<char>(letter);
  if (pclose(pipe) != 0) throw std::runtime_error(script + ": " + said);
  NumpyAnswer result{.numbers = numbers_in(answer.path()), .seconds = {}};
  std::istringstream lines(said);
  for (double seconds; lines >> seconds;) result.seconds.push_back(seconds);
  return result;
}

ScratchFile::ScratchFile() {
  std::string name = (std::filesystem::temp_directory_path() / "jobcast-bench-XXXXXX").string();
  const int file = mkstemp(name.data());
  if (file < 0) throw std::system_error(errno, std::generic_category(), name);
  close(file);
  path_ = name;
}

ScratchFile::~ScratchFile() {
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

double difference(const std::vector<double>& one, const std::vector<double>& other) {
  if (one.size() != other.size()) return std::numeric_limits<double>::infinity();
  double worst = 0.0;
  for (std::size_t index = 0; index < one.size(); ++index) {
    const double apart = std::abs(one[index] - other[index]);
    // A number that is none must not pass for an answer.
    if (!(apart <= std::numeric_limits<double>::max())) return std::numeric_limits<double>::infinity();
    worst = std::max(worst, apart / std::max(1.0, std::abs(other[index])));
  }
  return worst;
}

}  // namespace jobcast::bench
