#include "engine/lanes/matrix.hpp"

#include "engine/lanes/pack_matrix.hpp"

namespace jobcast::lanes {

template <int N>
void multiply(const LaneMatrix<N>& left, const LaneMatrix<N>& right, LaneMatrix<N>& result) {
  for (int pack = 0; pack < Pack::per_lane_array; ++pack) {
    product_to<N>(PackView<N>{left, pack}, PackView<N>{right, pack}, from_zero,
                  [&](std::size_t i, std::size_t j, Pack entry) { entry.store(result[i][j], pack); });
  }
}

template void multiply<2>(const LaneMatrix<2>&, const LaneMatrix<2>&, LaneMatrix<2>&);
template void multiply<3>(const LaneMatrix<3>&, const LaneMatrix<3>&, LaneMatrix<3>&);
template void multiply<4>(const LaneMatrix<4>&, const LaneMatrix<4>&, LaneMatrix<4>&);
template void multiply<5>(const LaneMatrix<5>&, const LaneMatrix<5>&, LaneMatrix<5>&);
template void multiply<6>(const LaneMatrix<6>&, const LaneMatrix<6>&, LaneMatrix<6>&);

}  // namespace jobcast::lanes
