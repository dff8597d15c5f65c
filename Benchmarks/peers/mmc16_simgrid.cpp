// M/M/16 in SimGrid: sixteen server actors wait at a semaphore that counts the customers in line.
// usage: mmc16_simgrid CUSTOMERS SEED
//
// The other usual way, an actor for every customer and a semaphore that counts free servers, takes
// several times as long.
#include <simgrid/s4u.hpp>

#include <deque>
#include <random>

#include "../baseline/common.hpp"

namespace sg = simgrid::s4u;

struct Station {
  long customers, served = 0;
  std::mt19937_64 random;
  std::exponential_distribution<double> gap{14.4}, service{1.0};
  std::deque<double> line;
  Histogram waits;
  sg::SemaphorePtr waiting = sg::Semaphore::create(0);
  static constexpr int servers = 16;

  void source() {
    for (long i = 0; i < customers; ++i) {
      sg::this_actor::sleep_for(gap(random));
      line.push_back(sg::Engine::get_clock());
      waiting->release();
    }
    // An empty line sends the servers home.
    for (int i = 0; i < servers; ++i) waiting->release();
  }

  void server() {
    while (true) {
      waiting->acquire();
      if (line.empty()) return;
      waits.record(int64_t((sg::Engine::get_clock() - line.front()) * 1e9));
      line.pop_front();
      ++served;
      sg::this_actor::sleep_for(service(random));
    }
  }
};

int main(int argc, char** argv) {
  sg::Engine engine(&argc, argv);
  auto* zone = sg::create_full_zone("zone");
  auto* host = zone->create_host("host", 1e9);
  zone->seal();
  Station station;
  station.customers = std::atol(argv[1]);
  station.random.seed(uint64_t(std::atoll(argv[2])));
  sg::Actor::create("source", host, [&] { station.source(); });
  for (int i = 0; i < Station::servers; ++i)
    sg::Actor::create("server", host, [&] { station.server(); });
  Clock clock;
  engine.run();
  double seconds = clock.seconds();
  std::printf("%.9f %.9f %ld\n", seconds, double(station.waits.sum) * 1e-9 / double(station.served),
              station.served);
}
