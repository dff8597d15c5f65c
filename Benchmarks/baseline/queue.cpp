// M/M/16 on std::priority_queue and a deque, two events to a customer.
// usage: queue CUSTOMERS SEED
#include <deque>
#include <queue>

#include "common.hpp"

struct Event {
  int64_t time;
  uint64_t key;
};

struct Later {
  bool operator()(const Event& a, const Event& b) const {
    return a.time != b.time ? a.time > b.time : a.key > b.key;
  }
};

int main(int, char** argv) {
  uint32_t customers = uint32_t(std::atoll(argv[1])), arrived = 0;
  uint64_t seed = uint64_t(std::atoll(argv[2]));
  const double gap = 1e9 / 14.4, service = 1e9;
  auto exponential = [&](uint32_t purpose, uint32_t number, double mean) {
    return wholeNanoseconds(-exactLog(unit(philox(number, purpose << 24, 0, 0, seed))) * mean);
  };
  std::priority_queue<Event, std::vector<Event>, Later> events;
  std::deque<std::pair<int64_t, uint32_t>> line;
  Histogram waits;
  int64_t now = 0;
  int free = 16;
  Clock clock;
  auto arrive = [&] {
    events.push({now + exponential(0, arrived, gap), arrived});
    ++arrived;
  };
  arrive();
  while (!events.empty()) {
    Event event = events.top();
    events.pop();
    now = event.time;
    if (event.key >> 32 == 0) {
      if (arrived < customers) arrive();
      line.emplace_back(now, uint32_t(event.key));
    } else {
      ++free;
    }
    while (free > 0 && !line.empty()) {
      auto [since, number] = line.front();
      line.pop_front();
      --free;
      waits.record(now - since);
      events.push({now + exponential(3, number, service), 1ull << 32 | number});
    }
  }
  double seconds = clock.seconds();
  Hash hash;
  hash.add(waits);
  std::printf("%.9f %016llx\n", seconds, (unsigned long long)hash.state);
}
