/** Questions and the reading that the phrasebook must give them. Each is also compiled, one snippet a kind of composition. */
export const readings: Readonly<Record<string, string>> = {
  "Which active users have access to GitHub and no active MFA factor?":
    'Users whose status is ACTIVE, and who are assigned to the app named "GitHub", directly or by a group, and with no active factor that counts as MFA.',
  "List users with an admin role who have not signed in for 30 days":
    "Users with any admin role, and who have not signed in to Okta since 30 days before the run, or never.",
  "Which active users have GitHub access via app assignment?":
    'Users whose status is ACTIVE, and who are assigned to the app named "GitHub", directly or by a group.',
  "Which users have Salesforce?": 'Users who are assigned to the app named "Salesforce", directly or by a group.',
  "List all Super Admins who haven't signed in for 30 days.":
    "Users with the admin role SUPER_ADMIN, and who have not signed in to Okta since 30 days before the run, or never.",
  "Users in group Finance who are not in group Sales":
    'Users who are in the group named "Finance", and who are not in the group named "Sales".',
  "active users who never signed in": "Users whose status is ACTIVE, and who never signed in.",
  "Which users are enrolled only in SMS or phone call?":
    "Users (deactivated ones left out) whose active factors are all of type sms or call, at least one.",
  "List active users without push": "Users whose status is ACTIVE, and with no active factor of type push.",
  "users in the Sales department who were created since March 1":
    'Users (deactivated ones left out) whose department is "Sales", and whose created is since 2026-03-01 (UTC).',
  "Find locked out or suspended users with their manager and department":
    "Users whose status is LOCKED_OUT or SUSPENDED; with manager, department.",
  "users who are not active": "Users whose status is not ACTIVE.",
  "users who are deactivated or in group Sales":
    'Users whose status is DEPROVISIONED, or who are in the group named "Sales".',
  "Users with access to GitHub or with an admin role":
    'Users (deactivated ones left out) who are assigned to the app named "GitHub", directly or by a group, or with any admin role.',
  "Users with no manager": "Users (deactivated ones left out) whose manager is empty.",
  "How many active users are there?": "Number of users whose status is ACTIVE.",
  "How many users per department?": "Number of users (deactivated ones left out) by department.",
  "Users whose title contains VP": 'Users (deactivated ones left out) whose title contains "VP".',
  "active users who have not changed their password in 90 days":
    "Users whose status is ACTIVE, and whose passwordChanged is before 90 days before the run or not set.",
  "users who signed in in the last 24 hours":
    "Users (deactivated ones left out) who have signed in to Okta since 1 day before the run.",
  "users with direct access to GitHub and without access to Slack":
    'Users who are assigned to the app named "GitHub", directly (a group may give it as well), and who are not assigned to the app named "Slack", directly or by a group.',
  "users not in the Sales group": 'Users (deactivated ones left out) who are not in the group named "Sales".',
  "active users with no admin role and with an admin role":
    "Users whose status is ACTIVE, and without any admin role, and with any admin role.",
  "admins with their roles and last login": "Users with any admin role; with admin roles, lastLogin.",
  "users and their factors": "Users (deactivated ones left out); with active factors.",
  "Which groups have no members?": "Groups without members.",
  "Show me all groups and their member counts": "Groups.",
  "groups whose name contains admin": 'Groups whose name contains "admin".',
  "How many groups do we have?": "Number of groups.",
  "Which apps use SAML?": "Apps whose sign-on mode is SAML_2_0 or SAML_1_1.",
  "List inactive apps": "Apps whose status is INACTIVE.",
  "List active group rules": "Group rules whose status is ACTIVE.",
  "List all MFA enrollment policies": "MFA enrollment policies.",
  "does group Finance have access to application GitHub":
    'Whether the group "Finance" is assigned to the app "GitHub".',
  "Show me details for user ada@example.com": "The user ada@example.com.",
  "What groups is ada@example.com a member of?": "Groups of the user ada@example.com.",
  "Users in group A or B": 'Users (deactivated ones left out) who are in the group named "A" or "B".',
  "Could you please list the people who belong to Sales Tools but not Sales Ops?":
    'Users who are in the group named "Sales Tools", and who are not in the group named "Sales Ops".',
  "users who were created in March 2026, sorted by last name":
    "Users (deactivated ones left out) whose created is since 2026-03-01 (UTC), and whose created is before 2026-04-01 (UTC); by lastName, lowest or earliest first.",
  "Who has direct access to Tableau but not via a group?":
    'Users who are assigned to the app named "Tableau", directly, and by no group.',
  "Show me the 5 most recently created users":
    "Users (deactivated ones left out); by created, highest or latest first, only the first 5.",
  "active users with at least 2 factors":
    "Users whose status is ACTIVE, and with at least 2 active factors that count as MFA.",
  "admins that are not super admins": "Users with any admin role, and without the admin role SUPER_ADMIN.",
  "users who are in no group":
    "Users (deactivated ones left out) who are in no group but those that Okta keeps itself (Everyone).",
  "groups with more than 50 members that were created before 2025-01-01":
    "Groups with more than 50 members and whose created is before 2025-01-01 (UTC).",
  "how many apps per sign-on mode": "Number of apps by signOnMode.",
  "Which apps are not assigned to anyone?": "Apps to which no user and no group is assigned.",
  "Which groups have no owner?": "Groups of Okta's own type without an owner.",
  "Which groups grant access to GitHub?": 'Groups that are assigned to the app named "GitHub".',
  "What apps does Ada Lovelace have access to?":
    "Apps that the user Ada Lovelace is assigned to, directly or by a group.",
  "Users with access to GitHub except admins":
    'Users who are assigned to the app named "GitHub", directly or by a group, and without any admin role.',
  "For the group Sales Tools, who has no MFA?":
    'Users who are in the group named "Sales Tools", and with no active factor that counts as MFA.',
  "Factors of the Sales Tools group": 'Users who are in the group named "Sales Tools"; with active factors.',
  "List active users and see whether they have access to GitHub":
    'Users whose status is ACTIVE; with whether this holds: who are assigned to the app named "GitHub", directly or by a group.',
  "Which active users have direct access to apps but not via a group?":
    "Users whose status is ACTIVE, and who are assigned to at least one app directly that no group of theirs gives.",
  "How many active users have each MFA factor?": "Number of users whose status is ACTIVE by factorTypes.",
  "How big is each group?": "Groups.",
  "What is the largest group?":
    "Groups; by members, highest or latest first, only the first place, which several may share.",
  "failed sign-ins in the last 24 hours": "Failed sign-ins whose published is since 1 day before the run.",
  "How many failed login attempts since March 1 per country?":
    "Number of failed sign-ins whose published is since 2026-03-01 (UTC) by country.",
  "list all devices": "Devices.",
  "users with Figma and Notion but without MFA":
    'Users who are assigned to the app named "Figma", directly or by a group, and who are assigned to the app named "Notion", directly or by a group, and with no active factor that counts as MFA.',
  "Which 3 groups have the most members?": "Groups; by members, highest or latest first, only the first 3.",
  "apps with more than 100 users": "Apps with more than 100 users.",
  "Which SAML apps have a certificate expiring in the next 60 days?":
    "Apps whose sign-on mode is SAML_2_0 or SAML_1_1 and whose signing certificate ends after the run and whose signing certificate ends before 60 days after the run.",
  "Which groups share the same name?": "Groups whose name another has as well (case and blanks around it set aside).",
  "groups with no membership changes for 90 days":
    "Groups whose lastMembershipUpdated is before 90 days before the run.",
  "people with gmail in their email address": 'Users (deactivated ones left out) whose email contains "gmail".',
  "What are Jane Smith's groups?": "Groups of the user Jane Smith.",
  "For the app Tableau, who is assigned, and by which path?":
    'Users who are assigned to the app named "Tableau", directly or by a group; with the way to the app.',
  "Which factors does ada@example.com have?": "Factors of the user ada@example.com, of any status.",
  "How many members of the Sales group are active?":
    'Number of users who are in the group named "Sales", and whose status is ACTIVE.',
  "Which people in the group GitHub Users don't have Slack?":
    'Users who are in the group named "GitHub Users", and who are not assigned to the app named "Slack", directly or by a group.',
  "Who's allowed to use GitHub?": 'Users who are assigned to the app named "GitHub", directly or by a group.',
  "Is anyone locked out?": "Users whose status is LOCKED_OUT.",
  "active users and when they last signed in, sorted by last name":
    "Users whose status is ACTIVE; with lastLogin; by lastName, lowest or earliest first.",
  "members of the Sales group, newest first":
    'Users who are in the group named "Sales"; by created, highest or latest first.',
  "people with an email factor and nothing else":
    "Users (deactivated ones left out) whose active factors are all of type email, at least one.",
  "users with 3 or more factors": "Users (deactivated ones left out) with at least 3 active factors that count as MFA.",
  "Who reports to nobody?": "Users (deactivated ones left out) whose manager is empty.",
  "users that have not signed in since October":
    "Users (deactivated ones left out) who have not signed in to Okta since 2026-10-01 (UTC), or never.",
  "How many apps have no users?": "Number of apps without users.",
  "Which groups changed membership in the past week?":
    "Groups whose lastMembershipUpdated is since 7 days before the run.",
  "Is ada@example.com in the Sales group?": 'Whether the user ada@example.com is in the group "Sales".',
  "Does ada@example.com have access to GitHub?":
    'Whether the user ada@example.com is assigned to the app "GitHub", directly or by a group.',
  "Is ada@example.com suspended?": "The user ada@example.com.",
};

/** Questions that must not be answered, and the word that the decline names. */
export const declines: Readonly<Record<string, string>> = {
  "Which users still have access to GitHub?": "still",
  "Which users have access to GitHub only?": "only",
  "Which groups except empty ones have an app?": "except",
  "Users with access to every app": "every",
  "Which users probably have access to GitHub?": "probably",
  "Users without push and SMS": "SMS",
  "active users with access to GitHub today": "today",
  "users with manager and department": "with",
  "active users and their last login, newest first": "newest",
  "Which apps of the Sales group are active?": "Sales",
};
