import { declined } from "../expect.ts";
import type { Questions } from "../questions.ts";

/** Questions with several meanings: asked back or declined. */
const ambiguous: readonly string[] = [
  "Show all contractors",
  "Which service accounts have no MFA?",
  "list inactive users",
  "Which employees have access to GitHub?",
  "users who signed in recently",
  "Which users logged in last week?",
  "users who have not logged in for 6 months",
  "Who has risky access?",
  "users of the user type Contractor",
  "Which external users can access Slack?",
  "Show old accounts",
  "privileged users without MFA",
  "Which users have Salesforce?",
  "members of VPN Users",
  "Which users have a manager who is deactivated?",
  "Users in the group Contractors created in the last 30 days",
  "Users with access to GitHub and in group A or in group B",
  "users without push and SMS",
  "Which users have weak MFA?",
  "Which groups are important?",
  "users in Project",
];

/** Questions that the Management API cannot answer. */
const impossible: readonly string[] = [
  "What is the password of ada@example.com?",
  "Which users will leave next month?",
  "How often did each user sign in last year?",
  "Which Workflows flows are failing?",
  "Which access certifications are overdue?",
  "What does our licence cost?",
  "Which users opened the admin console yesterday?",
  "Who were the admins on January 1?",
  "users who had access to GitHub last year",
  "How many users did we have in March?",
];

/** Questions that ask for a change. */
const writes: readonly string[] = [
  "Deactivate all users who haven't logged in for 90 days",
  "Please remove Bob from GitHub Users",
  "reset MFA for ada@example.com",
  "Could you add ada@example.com to the IT Helpdesk group?",
  "Unlock all locked out users",
  "make grace@example.com a super admin",
  "List suspended users and delete them",
  "Find users without MFA and send them an email",
  "I want to create a group named Test",
  "disable the app GitHub (old)",
];

/** What must never be answered with rows. */
export function unanswerable(): Readonly<Record<"ambiguous" | "impossible" | "write", Questions>> {
  const all = (list: readonly string[]): Questions => Object.fromEntries(list.map((one) => [one, declined]));
  return { ambiguous: all(ambiguous), impossible: all(impossible), write: all(writes) };
}
