import { checkStarterReports } from "../reports/starter/check-starter-reports.ts";

checkStarterReports(20_000);
