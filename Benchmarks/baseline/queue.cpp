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
  // A customer's block of random bits: the gap before the arrival, then the service.
  auto exponential = [&](Block block, double mean) {
    return wholeNanoseconds(-exactLog(unit(block)) * mean);
  };
  std::priority_queue<Event, std::vector<Event>, Later> events;
  struct Waiting {
    int64_t since, work;
    uint32_t number;
  };
  std::deque<Waiting> line;
  int64_t work = 0;
  Histogram waits;
  int64_t now = 0;
  int free = 16;
  Clock clock;
  auto arrive = [&] {
    Block block = philox(arrived, 0, 0, 0, seed);
    events.push({now + exponential(block, gap), arrived});
    work = exponential({block.z, block.w, 0, 0}, service);
    ++arrived;
  };
  arrive();
  while (!events.empty()) {
    Event event = events.top();
    events.pop();
    now = event.time;
    if (event.key >> 32 == 0) {
      line.push_back({now, work, uint32_t(event.key)});
      if (arrived < customers) arrive();
    } else {
      ++free;
    }
    while (free > 0 && !line.empty()) {
      Waiting next = line.front();
      line.pop_front();
      --free;
      waits.record(now - next.since);
      events.push({now + next.work, 1ull << 32 | next.number});
    }
  }
  double seconds = clock.seconds();
  Hash hash;
  hash.add(waits);
  std::printf("%.9f %016llx\n", seconds, (unsigned long long)hash.state);
}
