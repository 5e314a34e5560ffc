/** How much a sweep tries: some of it in `npm test`, all of it in `npm run sweep`. */
export const sweep = <T>(some: T, all: T): T => (process.env.SWEEP === 'all' ? all : some);
