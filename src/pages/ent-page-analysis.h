/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pages of a project have worked out for all of them. */
#pragma once

#include "analysis/ent-alignment-checks.h"
#include "analysis/ent-calendar.h"
#include "analysis/ent-kpi-checks.h"
#include "analysis/ent-role-checks.h"
#include "analysis/ent-story-checks.h"

G_BEGIN_DECLS

EntCalendar        *ent_page_analysis_dup_calendar         (EntProject *project);
EntRoleChecks      *ent_page_analysis_dup_role_checks      (EntProject *project);
EntAlignment       *ent_page_analysis_dup_alignment        (EntProject *project);
EntAlignmentChecks *ent_page_analysis_dup_alignment_checks (EntProject *project);
EntKpis            *ent_page_analysis_dup_kpis             (EntProject *project);
EntKpiChecks       *ent_page_analysis_dup_kpi_checks       (EntProject *project);
EntStoryChecks     *ent_page_analysis_dup_story_checks     (EntProject *project);

G_END_DECLS
