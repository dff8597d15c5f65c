// M/M/16 on the event scheduler of ns-3 with ns-3's own random streams, two events to a customer.
// usage: mmc16_ns3 CUSTOMERS SEED
//
// Whole nanoseconds and the priority-queue scheduler are the fastest of what ns-3 offers here.
#include <ns3/core-module.h>

#include <deque>

#include "../baseline/common.hpp"

struct Station {
  long customers, arrived = 0, served = 0;
  int free = 16;
  ns3::Ptr<ns3::ExponentialRandomVariable> gap = exponential(1e9 / 14.4);
  ns3::Ptr<ns3::ExponentialRandomVariable> service = exponential(1e9);
  std::deque<ns3::Time> line;
  Histogram waits;

  static ns3::Ptr<ns3::ExponentialRandomVariable> exponential(double mean) {
    auto variable = ns3::CreateObject<ns3::ExponentialRandomVariable>();
    variable->SetAttribute("Mean", ns3::DoubleValue(mean));
    return variable;
  }

  void schedule(const ns3::Ptr<ns3::ExponentialRandomVariable>& time, void (Station::*what)()) {
    ns3::Simulator::Schedule(ns3::NanoSeconds(int64_t(time->GetValue())), what, this);
  }

  void announce() {
    if (arrived == customers) return;
    ++arrived;
    schedule(gap, &Station::arrive);
  }

  void arrive() {
    announce();
    line.push_back(ns3::Simulator::Now());
    serve();
  }

  void depart() {
    ++free;
    serve();
  }

  void serve() {
    while (free > 0 && !line.empty()) {
      waits.record((ns3::Simulator::Now() - line.front()).GetNanoSeconds());
      line.pop_front();
      --free;
      ++served;
      schedule(service, &Station::depart);
    }
  }
};

int main(int, char** argv) {
  ns3::RngSeedManager::SetSeed(uint32_t(std::atoll(argv[2])));
  ns3::Simulator::SetScheduler(ns3::ObjectFactory("ns3::PriorityQueueScheduler"));
  Station station;
  station.customers = std::atol(argv[1]);
  station.announce();
  Clock clock;
  ns3::Simulator::Run();
  double seconds = clock.seconds();
  ns3::Simulator::Destroy();
  std::printf("%.9f %.9f %ld\n", seconds, double(station.waits.sum) * 1e-9 / double(station.served),
              station.served);
}
