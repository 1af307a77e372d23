#pragma once

#include <string>
#include <vector>

namespace jobcast::bench {

/// What a peer in bench/peers/*.py answered, and the processor seconds of each time it did the work.
struct NumpyAnswer {
  std::vector<double> numbers;
  std::vector<double> seconds;
};

/// Runs a script of bench/peers on a file of work, on one core; `way`: a further word for it. Throws
/// std::runtime_error, with what the script said, where Python or NumPy is missing or the script fails.
NumpyAnswer run_numpy(const std::string& script, const std::string& work_file, int chunk, int repetitions,
                      const std::string& way = "");

/// A file of its own in the temporary folder, gone with the object.
class ScratchFile {
 public:
  ScratchFile();
  ~ScratchFile();
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// The largest relative difference between two answers (absolute below one); infinite where their sizes differ.
double difference(const std::vector<double>& one, const std::vector<double>& other);

}  // namespace jobcast::bench
