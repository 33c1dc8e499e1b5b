/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-performance-judged.h"
#include "model/sf-vocabulary.h"

G_BEGIN_DECLS

/* An objective as it lies in memory; wiped when it is freed. */
typedef struct
{
  SfUuid uuid;
  char *texts[SF_N_OBJECTIVE_FIELDS];
} SfObjective;

/* A judgement of a statement about the head; wiped when it is freed. */
typedef struct
{
  char *texts[SF_N_JUDGED_FIELDS];
} SfJudged;

struct _SfPerformance
{
  char *texts[SF_N_PERFORMANCE_FIELDS];
  GPtrArray *objectives; /* of SfObjective */
  GPtrArray *judged;     /* of SfJudged */
};

/* How a field is called in the packed form (never translated, never changed), what a person reads,
 * how it is filled in, and with which words. */
typedef struct
{
  const char *id;
  const char *label;
  SfPerformanceKind kind;
  SfVocabulary words; /* of a CHOICE */
} SfPerformanceInfo;

extern const SfPerformanceInfo sf_performance_infos[SF_N_PERFORMANCE_FIELDS];
extern const SfPerformanceInfo sf_objective_infos[SF_N_OBJECTIVE_FIELDS];
extern const SfPerformanceInfo sf_judged_infos[SF_N_JUDGED_FIELDS];

/* Puts a checked text into its place, and wipes what was there. */
void sf_performance_put (char **place, const char *text);
SfObjective *sf_performance_append (SfPerformance *self, const SfUuid *uuid);
SfObjective *sf_performance_find (const SfPerformance *self, const SfUuid *uuid);
/* (transfer full): an empty list of SfJudged */
GPtrArray *sf_performance_new_judged (void);
/* @texts: (nullable): copied */
SfJudged *sf_performance_append_judged (SfPerformance *self, char *const *texts);
/* whether what was read may be added: it says of what, and nobody said so before */
gboolean sf_performance_check_judged (const SfPerformance *self, const SfJudged *judged);
/* whether the text may stand in such a field: a sentence if not */
gboolean
sf_performance_check_text (const SfPerformanceInfo *info, const char *text, GError **error);

G_END_DECLS
