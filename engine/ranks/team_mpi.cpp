// A team over MPI (Message Passing Interface, version 3.1).
#if JOBCAST_WITH_MPI

#include <mpi.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "engine/ranks/shared_cores.hpp"
#include "engine/ranks/team.hpp"

namespace jobcast::ranks {
namespace {

/// MPI counts bytes with an int; longer messages go in pieces, each but the last marked in its tag.
constexpr std::size_t longest_piece = std::size_t{1} << 28;
constexpr int tag_of(int kind, bool more) { return 2 * kind + (more ? 1 : 0); }

/// The cores of every rank on this machine.
std::vector<cpu_set_t> cores_of_neighbours() {
  MPI_Comm machine = MPI_COMM_NULL;
  MPI_Comm_split_type(MPI_COMM_WORLD, MPI_COMM_TYPE_SHARED, 0, MPI_INFO_NULL, &machine);
  int count = 1;
  MPI_Comm_size(machine, &count);
  std::vector<cpu_set_t> all(static_cast<std::size_t>(count));
  const auto own = cores_of_process();
  MPI_Allgather(&own, sizeof own, MPI_BYTE, all.data(), sizeof own, MPI_BYTE, machine);
  MPI_Comm_free(&machine);
  return all;
}

}  // namespace

bool can_team_up() { return true; }

Team::Team(const Launch& launch) {
  int threads = MPI_THREAD_SINGLE;
  MPI_Init_thread(nullptr, nullptr, MPI_THREAD_SERIALIZED, &threads);
  MPI_Comm_rank(MPI_COMM_WORLD, &rank_);
  MPI_Comm_size(MPI_COMM_WORLD, &size_);
  if (size_ != launch.size || threads < MPI_THREAD_SERIALIZED) {
    MPI_Finalize();
    throw NotTogether("started by another MPI");
  }
  cores_ = shared_cores(cores_of_process(), cores_of_neighbours());
}

Team::~Team() { MPI_Finalize(); }

void Team::send(int to, int kind, std::string_view bytes) {
  const std::lock_guard lock(calls_);
  for (bool more = true; more;) {
    const auto piece = bytes.substr(0, longest_piece);
    bytes.remove_prefix(piece.size());
    more = !bytes.empty();
    MPI_Send(piece.data(), static_cast<int>(piece.size()), MPI_BYTE, to, tag_of(kind, more), MPI_COMM_WORLD);
  }
}

std::optional<Message> Team::receive() {
  const std::lock_guard lock(calls_);
  int there = 0;
  MPI_Status status;
  MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, &there, &status);
  if (there == 0) return std::nullopt;
  Message message{.from = status.MPI_SOURCE, .kind = status.MPI_TAG / 2, .bytes = {}};
  for (bool more = true; more;) {
    int count = 0;
    MPI_Get_count(&status, MPI_BYTE, &count);
    more = status.MPI_TAG == tag_of(message.kind, true);
    const auto before = message.bytes.size();
    message.bytes.resize(before + static_cast<std::size_t>(count));
    MPI_Recv(message.bytes.data() + before, count, MPI_BYTE, message.from, status.MPI_TAG, MPI_COMM_WORLD,
             MPI_STATUS_IGNORE);
    if (more) MPI_Probe(message.from, MPI_ANY_TAG, MPI_COMM_WORLD, &status);
  }
  return message;
}

void Team::abort(int code) {
  MPI_Abort(MPI_COMM_WORLD, code);
  std::_Exit(code);  // which MPI_Abort has seen to
}

}  // namespace jobcast::ranks

#endif
