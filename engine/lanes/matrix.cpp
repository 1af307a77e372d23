#include "engine/lanes/matrix.hpp"

#include "engine/lanes/pack_matrix.hpp"

namespace jobcast::lanes {

template <int N>
void multiply(const LaneMatrix<N>& left, const LaneMatrix<N>& right, LaneMatrix<N>& result) {
  for (int pack = 0; pack < Pack::per_lane_array; ++pack) {
    store<N>(product<N>(load<N>(left, pack), load<N>(right, pack)), result, pack);
  }
}

template void multiply<2>(const LaneMatrix<2>&, const LaneMatrix<2>&, LaneMatrix<2>&);
template void multiply<3>(const LaneMatrix<3>&, const LaneMatrix<3>&, LaneMatrix<3>&);
template void multiply<4>(const LaneMatrix<4>&, const LaneMatrix<4>&, LaneMatrix<4>&);
template void multiply<5>(const LaneMatrix<5>&, const LaneMatrix<5>&, LaneMatrix<5>&);
template void multiply<6>(const LaneMatrix<6>&, const LaneMatrix<6>&, LaneMatrix<6>&);

}  // namespace jobcast::lanes
