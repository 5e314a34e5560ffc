export { ConnectPage } from './connect/connect-page.tsx';
export { ConnectionsPage } from './connections-page.tsx';
export { DataPage } from './data-page.tsx';
export { FeedsPage } from './mapping/feeds-page.tsx';
