// The federation at request fidelity, as a good engineer writes it by hand: one priority queue, one
// event per timer. Portals with a front door that holds connections, people who time out and leave,
// two-choice routing to replicas with finite queues, a second component behind, links that queue.
// The same draws as Verbund's engine, so the same counts and the same histogram.
// usage: federation SLOTS SEED BASE_HITS PEAK_FACTOR KEY...      (a stream key for each portal)
#include <deque>
#include <queue>

#include "common.hpp"

enum Kind : uint8_t { visitArrives = 3, pageOffered, atDoor, atReplica, workDone, reply, answered,
                      refused, deadline, expiry };
enum Purpose : uint32_t { pArrival = 0, pThink = 2, pCall = 4, pCallsMade = 10 };
enum Outcome : uint8_t { open_, completed_, rejected_, timedOut_, failed_ };

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

struct Visit {
  uint32_t portal, serial, epoch = 0, generation = 0;
  uint32_t pauseWord = 0;
  uint8_t page = 0, pages = 0, connection = 0;  // 0 none, 1 busy, 2 idle
  bool failed = false, ended = false;
};

struct Request {
  uint32_t visit, portal, serial, generation = 0;
  uint8_t page, node = 0;
  Outcome outcome = open_;
  int64_t offeredAt, work = 0;
  uint32_t replica = 0;
  Block root;
};

struct Replica {
  int busy = 0, bound = 0;
  std::deque<uint32_t> queue;
};

struct Portal {
  uint32_t key, serial = 0, pagesWord = 0;
  std::vector<double> expected;
  size_t slot = 0;
  double used = 0;
  int64_t upFree = 0, downFree = 0;
  // Front door.
  int held = 0, newConnections = 0;
  double hits = 0;
  int64_t second = -1;
  std::vector<Replica> parts[2];
  int64_t offered = 0, completed = 0, rejected = 0, timedOut = 0, failed = 0;
  int64_t visitsOffered = 0, visitsServed = 0, visitsAbandoned = 0, withinSLO = 0;
  Histogram latency;
};

// What the benchmark scenario states; the Swift side builds the same.
const double hitsPerPage = 20, meanPages = 4, think = 20e9, leaves = 0.4;
const double work[2] = {40e6, 30e6}, backProbability = 0.2;
const int workers = 4, queuePlaces = 1000, replicaCount[2] = {6, 3};
const int64_t requestBytes = 20000, responseBytes = 400000, refusalBytes = 1000;
const double perByte = 8e9 / 1e10;
const int64_t propagation = 1800000, timeout = 8000000000ll, keepAlive = 15000000000ll;
const int64_t threshold = 2000000000ll, slotLength = 60000000000ll;
const int connections = 12000, newPerSecond = 2000;
const double hitsPerSecond = 50000;

struct Federation {
  uint64_t seed;
  std::vector<Portal> portals;
  std::vector<Visit> visits;
  std::vector<Request> requests;
  std::vector<uint32_t> freeVisits, freeRequests;
  std::priority_queue<Event, std::vector<Event>, Later> events;
  int64_t now = 0, executed = 0;

  Block block(Purpose purpose, const Portal& p, uint32_t visit, uint8_t page = 0, uint8_t node = 0) {
    return philox(visit, page | uint32_t(node) << 8 | uint32_t(purpose) << 24, 0, p.key, seed);
  }
  void push(Kind kind, int64_t time, uint32_t portal, uint32_t serial, uint8_t page, uint8_t node,
            uint32_t subject, uint32_t generation = 0) {
    uint64_t key = uint64_t(kind) << 60 | uint64_t(portal) << 48 | uint64_t(serial) << 20 |
                   uint64_t(page) << 12 | uint64_t(node) << 4;
    events.push({time, key, subject, generation});
  }
  void pushRequest(Kind kind, int64_t time, uint32_t index) {
    const Request& r = requests[index];
    push(kind, time, r.portal, r.serial, r.page, r.node, index, r.generation);
  }

  void scheduleArrival(uint32_t index) {
    Portal& p = portals[index];
    Block b = block(pArrival, p, p.serial);
    double step = -exactLog(unit(b));
    while (p.slot < p.expected.size()) {
      double left = p.expected[p.slot] - p.used;
      if (step < left) {
        p.used += step;
        double length = double(slotLength), inside = p.used / p.expected[p.slot] * length;
        if (inside > length - 1) inside = length - 1;
        push(visitArrives, int64_t(p.slot) * slotLength + wholeNanoseconds(inside), index, p.serial, 0,
             0, index);
        p.pagesWord = b.z;
        ++p.serial;
        return;
      }
      step -= left;
      ++p.slot;
      p.used = 0;
    }
  }

  void visit(uint32_t index) {
    Portal& p = portals[index];
    uint32_t serial = p.serial - 1;
    double count = exactLog(unitOfWord(p.pagesWord)) / exactLog(1 - 1 / meanPages);
    Visit v;
    v.portal = index;
    v.serial = serial;
    v.pages = count >= 254 ? 255 : uint8_t(1 + int(count));
    uint32_t slot;
    if (freeVisits.empty()) {
      slot = uint32_t(visits.size());
      visits.push_back(v);
    } else {
      slot = freeVisits.back();
      freeVisits.pop_back();
      v.generation = visits[slot].generation;
      v.epoch = visits[slot].epoch + 1;
      visits[slot] = v;
    }
    scheduleArrival(index);
    offer(slot);
  }

  int64_t send(int64_t& freeAt, int64_t bytes) {
    int64_t begin = freeAt > now ? freeAt : now;
    freeAt = begin + wholeNanoseconds(double(bytes) * perByte);
    return freeAt - now + propagation;
  }

  void offer(uint32_t slot) {
    Visit& v = visits[slot];
    Portal& p = portals[v.portal];
    Request r;
    r.visit = slot;
    r.portal = v.portal;
    r.serial = v.serial;
    r.page = v.page;
    r.offeredAt = now;
    r.root = block(pCall, p, v.serial, v.page);
    v.pauseWord = r.root.w;
    uint32_t index;
    if (freeRequests.empty()) {
      index = uint32_t(requests.size());
      requests.push_back(r);
    } else {
      index = freeRequests.back();
      freeRequests.pop_back();
      r.generation = requests[index].generation;
      requests[index] = r;
    }
    pushRequest(atDoor, now + send(p.upFree, requestBytes), index);
    pushRequest(deadline, now + timeout, index);
  }

  void release(uint32_t index) {
    ++requests[index].generation;
    freeRequests.push_back(index);
  }
  void releaseVisit(uint32_t slot) {
    ++visits[slot].generation;
    freeVisits.push_back(slot);
  }

  void finish(uint32_t index, Outcome outcome) {
    Request& r = requests[index];
    Portal& p = portals[r.portal];
    r.outcome = outcome;
    switch (outcome) {
      case completed_: {
        int64_t time = now - r.offeredAt;
        ++p.completed;
        p.latency.record(time);
        if (time <= threshold) ++p.withinSLO;
        break;
      }
      case rejected_: ++p.rejected; break;
      case timedOut_: ++p.timedOut; break;
      default: ++p.failed;
    }
  }

  void arriveAtDoor(uint32_t index) {
    Request& r = requests[index];
    Portal& p = portals[r.portal];
    ++p.offered;
    if (r.page == 0) ++p.visitsOffered;
    if (r.outcome != open_) return release(index);
    Visit& v = visits[r.visit];
    int64_t second = now / 1000000000;
    if (second != p.second) {
      p.second = second;
      p.newConnections = 0;
      p.hits = 0;
    }
    bool isNew = v.connection == 0;
    if (p.hits + hitsPerPage > hitsPerSecond ||
        (isNew && (p.held >= connections || p.newConnections >= newPerSecond)))
      return refuse(index, rejected_);
    if (isNew) {
      ++p.newConnections;
      ++p.held;
    }
    p.hits += hitsPerPage;
    v.connection = 1;
    dispatch(index, 0, r.root);
  }

  void refuse(uint32_t index, Outcome outcome) {
    if (requests[index].outcome != open_) return release(index);
    finish(index, outcome);
    rest(requests[index].visit);
    pushRequest(refused, now + send(portals[requests[index].portal].downFree, refusalBytes), index);
  }

  void dispatch(uint32_t index, uint8_t node, Block b) {
    Request& r = requests[index];
    Portal& p = portals[r.portal];
    std::vector<Replica>& part = p.parts[node];
    uint32_t count = uint32_t(part.size());
    uint64_t product = uint64_t(b.z) * count;
    uint32_t first = uint32_t(product >> 32), rest = uint32_t(product);
    uint32_t second = uint32_t(uint64_t(rest) * (count - 1) >> 32);
    if (second >= first) ++second;
    uint32_t low = first < second ? first : second, high = first < second ? second : first;
    uint32_t chosen = part[high].bound < part[low].bound ? high : low;
    r.node = node;
    r.replica = chosen;
    r.work = wholeNanoseconds(work[node] * -exactLog(unit(b)));
    Replica& replica = part[chosen];
    ++replica.bound;
    if (replica.busy < workers) {
      ++replica.busy;
      pushRequest(workDone, now + r.work, index);
    } else if (int(replica.queue.size()) < queuePlaces) {
      replica.queue.push_back(index);
    } else {
      --replica.bound;
      refuse(index, rejected_);
    }
  }

  void done(uint32_t index) {
    Request& r = requests[index];
    Replica& replica = portals[r.portal].parts[r.node][r.replica];
    if (replica.queue.empty()) {
      --replica.busy;
    } else {
      uint32_t next = replica.queue.front();
      replica.queue.pop_front();
      pushRequest(workDone, now + requests[next].work, next);
    }
    --replica.bound;
    if (r.node == 0) {
      const Portal& p = portals[r.portal];
      if (unitOfWord(block(pCallsMade, p, r.serial, r.page).y) < backProbability)
        return dispatch(index, 1, block(pCall, p, r.serial, r.page, 1));
    }
    r.node = 0;
    if (r.outcome != open_) return release(index);
    rest(r.visit);
    pushRequest(answered, now + send(portals[r.portal].downFree, responseBytes), index);
  }

  void rest(uint32_t slot) {
    Visit& v = visits[slot];
    if (v.connection == 0) return;
    v.connection = 2;
    ++v.epoch;
    events.push({now + keepAlive, uint64_t(expiry) << 60, slot, v.epoch});
  }

  void expire(uint32_t slot, uint32_t epoch) {
    Visit& v = visits[slot];
    if (v.connection != 2 || v.epoch != epoch) return;
    v.connection = 0;
    --portals[v.portal].held;
    if (v.ended) releaseVisit(slot);
  }

  void goOn(uint32_t slot, bool failed) {
    Visit& v = visits[slot];
    Portal& p = portals[v.portal];
    if (failed) v.failed = true;
    bool gone = failed && unitOfWord(block(pThink, p, v.serial, v.page).z) < leaves;
    if (gone || v.page + 1 >= v.pages) {
      ++(v.failed ? p.visitsAbandoned : p.visitsServed);
      v.ended = true;
      if (v.connection == 0) releaseVisit(slot);
      return;
    }
    ++v.page;
    push(pageOffered, now + wholeNanoseconds(think * -exactLog(unitOfWord(v.pauseWord))), v.portal, v.serial, v.page, 0, slot);
  }

  void handle(const Event& event) {
    uint32_t s = event.subject;
    switch (Kind(event.key >> 60)) {
      case visitArrives: visit(s); break;
      case pageOffered: offer(s); break;
      case atDoor: arriveAtDoor(s); break;
      case workDone: done(s); break;
      case answered:
        if (requests[s].outcome == open_) {
          finish(s, completed_);
          goOn(requests[s].visit, false);
        }
        release(s);
        break;
      case refused:
        goOn(requests[s].visit, true);
        release(s);
        break;
      case deadline:
        if (requests[s].generation == event.generation && requests[s].outcome == open_) {
          uint32_t slot = requests[s].visit;
          finish(s, timedOut_);
          if (visits[slot].connection != 0) {
            visits[slot].connection = 0;
            --portals[visits[slot].portal].held;
          }
          goOn(slot, true);
        }
        break;
      case expiry: expire(s, event.generation); break;
      default: break;
    }
  }
};

int main(int argc, char** argv) {
  size_t slots = size_t(std::atoll(argv[1]));
  Federation f;
  f.seed = uint64_t(std::atoll(argv[2]));
  double base = std::atof(argv[3]), peak = std::atof(argv[4]);
  double miss = 1;
  for (int i = 0; i < 255; ++i) miss *= 1 - 1 / meanPages;
  double factor = double(slotLength) / 1e9 / hitsPerPage / (meanPages * (1 - miss));
  for (int i = 5; i < argc; ++i) {
    Portal p;
    p.key = uint32_t(std::strtoul(argv[i], nullptr, 10));
    for (size_t slot = 0; slot < slots; ++slot) {
      bool isPeak = slot >= slots / 3 && slot < slots / 3 + slots / 12;
      p.expected.push_back((isPeak ? base * peak : base) * factor);
    }
    for (int part = 0; part < 2; ++part) p.parts[part].resize(size_t(replicaCount[part]));
    f.portals.push_back(p);
  }
  Clock clock;
  for (uint32_t i = 0; i < f.portals.size(); ++i) f.scheduleArrival(i);
  int64_t end = int64_t(slots) * slotLength;
  while (!f.events.empty() && f.events.top().time < end) {
    Event event = f.events.top();
    f.events.pop();
    f.now = event.time;
    ++f.executed;
    f.handle(event);
  }
  double seconds = clock.seconds();
  Hash hash;
  int64_t pages = 0, timedOut = 0, rejected = 0;
  for (const Portal& p : f.portals) {
    for (int64_t count : {p.offered, p.completed, p.rejected, p.timedOut, p.failed, p.withinSLO,
                          p.visitsOffered, p.visitsServed, p.visitsAbandoned})
      hash.add(uint64_t(count));
    hash.add(p.latency);
    pages += p.offered;
    timedOut += p.timedOut;
    rejected += p.rejected;
  }
  std::printf("%.9f %016llx %lld %lld %lld %lld\n", seconds, (unsigned long long)hash.state,
              (long long)pages, (long long)f.executed, (long long)timedOut, (long long)rejected);
}
