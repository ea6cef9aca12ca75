// A request of the size that a fleet of several hundred thousand accelerators asks: the same each time, from a generator with a fixed
// seed. Its prices and lead times are assumed; what matters here is how many offers, months and whole steps there are.
const ACCELERATORS = { H100: 1, H200: 1.3, B200: 2.2, GB200: 2.6, Trainium2: 0.8 };
const PLACES = [{ country: "US", subdivision: "US-TX" }, { country: "US", subdivision: "US-NY" }, { country: "DE" }];
const PARTIES = ["A", "B", "C", "D", "E", "F"];
const LARGE = 200;

function generator(seed) {
  let state = seed;
  const next = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
  return { next, whole: (from, to) => from + Math.floor(next() * (to - from + 1)) };
}

const terms = {
  cloud: (index, { whole }) => ({ leastMonths: whole(1, 12), ...(index % 4 === 0 ? { termMonths: 36 } : {}) }),
  lease: (_, { whole }) => ({ termMonths: whole(24, 60), ramp: [0.25, 0.5, 0.75, 1] }),
  build: () => ({ ramp: [0.25, 0.5, 0.75, 1] }),
};

const prices = {
  cloud: (base, { next }) => ({ perAcceleratorHour: (base * (2 + next())).toFixed(4), prepaymentShare: 0.1 }),
  lease: (base, { next }) => ({
    perAcceleratorMonth: (base * (900 + 300 * next())).toFixed(2),
    fixedOneTime: "1000000",
    prepaymentShare: 0.2,
  }),
  build: (base, { next }) => ({
    perAcceleratorMonth: (base * (150 + 100 * next())).toFixed(2),
    oneTimePerAccelerator: (base * (25_000 + 8_000 * next())).toFixed(2),
    prepaymentShare: 0.2,
  }),
};

const leads = { cloud: [0, 2], lease: [3, 9], build: [12, 24] };

function offerOf(index, random, large) {
  const kind = ["cloud", "lease", "build"][index % 3];
  const accelerator = Object.keys(ACCELERATORS)[index % 5];
  const base = ACCELERATORS[accelerator];
  const step = kind === "cloud" ? random.whole(4, 16) : random.whole(32, 128);
  const many = kind === "cloud" ? random.whole(20, 60) : random.whole(8, 20);
  const figure = (value) => ({ value, basis: "assumed", source: "bench" });
  return {
    name: `offer-${String(index).padStart(2, "0")}`,
    kind,
    counterparty: PARTIES[index % 6],
    accelerator,
    size: {
      acceleratorsPerMachine: 8,
      step,
      most: step * large * many,
      ...(kind === "cloud" ? {} : { smallest: step * 2 }),
    },
    leadMonths: random.whole(...leads[kind]),
    ...terms[kind](index, random),
    price: { currency: "USD", ...prices[kind](base, random), basis: "assumed", source: "bench" },
    ...(kind === "build" ? { residual: { perAccelerator: (base * 3000).toFixed(2), afterMonths: 60 } } : {}),
    criticalItKWPerAccelerator: figure(1 + base * 0.3),
    jurisdiction: PLACES[index % 3 === 2 ? 0 : (index % 2) + (index % 7 === 0 ? 1 : 0)],
  };
}

const servedBy = (throughputs) =>
  Object.entries(throughputs).map(([accelerator, throughput]) => ({ accelerator, throughput }));

/** Demand that grows so many times over the horizon, the same share each month. */
const growth = (months, from, times) =>
  Array.from({ length: months }, (_, month) => Math.round(from * times ** (month / (months - 1))));

/**
 * A request of so many months and offers, with one scenario for each growth. `large` is how many steps of each offer there are, and with
 * it how large the fleet is against a step: 200 is a fleet of 920,000 accelerators, near the reference fleet's, that orders 32 to
 * 1,024 at a time.
 */
exports.planRequest = ({ months = 60, offers = 50, growths = [10], large = LARGE } = {}) => {
  const random = generator(1);
  return {
    horizon: { first: "2027-01", months },
    currency: "USD",
    discountRatePerYear: 0.08,
    workloads: [
      { name: "training", servedBy: servedBy({ H100: 1, H200: 1.1, B200: 2.2, GB200: 2.5, Trainium2: 0.6 }) },
      { name: "inference", servedBy: servedBy({ H100: 1, H200: 1.5, B200: 2.6, GB200: 3, Trainium2: 0.8 }) },
      {
        name: "eu-inference",
        servedBy: servedBy({ H100: 1, H200: 1.5, B200: 2.6, Trainium2: 0.8 }),
        jurisdictions: [{ country: "DE" }],
      },
    ],
    supply: [
      {
        name: "texas",
        kind: "cloud",
        accelerator: "H100",
        jurisdiction: PLACES[0],
        counterparty: "A",
        accelerators: Array(months).fill(4000 * large),
      },
      {
        name: "munich",
        kind: "cloud",
        accelerator: "H100",
        jurisdiction: PLACES[2],
        counterparty: "B",
        accelerators: Array(months).fill(600 * large),
      },
    ],
    scenarios: growths.map((times) => ({
      name: `x${times}`,
      demand: [
        { workload: "training", perMonth: growth(months, 1500 * large, times) },
        { workload: "inference", perMonth: growth(months, 1500 * large, times) },
        { workload: "eu-inference", perMonth: growth(months, 300 * large, times) },
      ],
    })),
    ...(growths.length > 1 ? { knownFrom: "2028-01" } : {}),
    limits: {
      power: [{ name: "own", mostMW: 40 * large, kinds: ["lease", "build"] }],
      concentration: [{ name: "any", mostShare: 0.6, from: "2028-01" }],
    },
    offers: Array.from({ length: offers }, (_, index) => offerOf(index, random, large)),
  };
};
