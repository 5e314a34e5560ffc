export { DepartmentPage } from './department-page.tsx';
export { PlanPage } from './plan-page.tsx';
export { RemovePage } from './remove-page.tsx';
