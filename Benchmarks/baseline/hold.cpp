// The hold model on std::priority_queue: take the first event, put it back an exponential time later.
// usage: hold PENDING HOLDS SEED
#include <queue>

#include "common.hpp"

struct Event {
  int64_t time;
  uint64_t key;
  uint32_t subject, generation;
};

struct Later {
  bool operator()(const Event& a, const Event& b) const {
    return a.time != b.time ? a.time > b.time : a.key > b.key;
  }
};

int main(int, char** argv) {
  uint32_t pending = uint32_t(std::atoll(argv[1]));
  uint64_t holds = uint64_t(std::atoll(argv[2])), seed = uint64_t(std::atoll(argv[3]));
  auto step = [&](uint64_t number) {
    Block block = philox(uint32_t(number), uint32_t(number >> 32), 0, 0, seed);
    return wholeNanoseconds(-exactLog(unit(block)) * 1e9);
  };
  // The draws are made beforehand: the set is what is measured.
  std::vector<int64_t> steps(1 << 12);
  for (size_t i = 0; i < steps.size(); ++i) steps[i] = step(i);
  std::vector<Event> storage;
  storage.reserve(pending + 1);
  std::priority_queue<Event, std::vector<Event>, Later> set(Later(), std::move(storage));
  for (uint32_t i = 0; i < pending; ++i) set.push({steps[i & 0xFFF] + i, i, i, 0});
  Hash hash;
  // As many holds as events are pending come first, untimed: what is measured is the steady state.
  Clock clock;
  for (uint64_t i = 0; i < pending + holds; ++i) {
    if (i == pending) clock = Clock();
    Event event = set.top();
    set.pop();
    hash.add(uint64_t(event.time) ^ event.key);
    event.time += steps[(i * 7 + event.key) & 0xFFF];
    set.push(event);
  }
  double seconds = clock.seconds();
  std::printf("%.9f %016llx\n", seconds, (unsigned long long)hash.state);
}
