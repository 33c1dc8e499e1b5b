/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-outcome-linked.h"
#include "model/sf-outcome-offer.h"

G_BEGIN_DECLS

/* The longest chain of periods that make up another: months of a year. */
#define SF_LINKED_PARTS 12

typedef struct _Node SfLinkedPeriod;

/* A measure with its periods. */
typedef struct
{
  SfMeasure *measure;
  SfOutcome *outcome;
  guint fineness;
  guint place; /* in the order of deciding */
  char *prefix;
  GPtrArray *nodes;     /* of SfLinkedPeriod */
  GHashTable *by_start; /* first day → SfLinkedPeriod, borrowed */
} SfLinkedMeasure;

/* One period of it. */
struct _Node
{
  SfLinkedMeasure *table;
  char *starts_on;
  char *end;
  SfOffer *offer;
  SfLinkedPeriod *leader; /* of those that links tie together; itself if it leads */
};

/* A figure of a group that is the sum of others. */
typedef struct
{
  SfFigure figure;
  gboolean is_weak; /* most groups of these periods are not linked */
  guint n;          /* the whole, which comes first, and its parts */
  SfLinkedPeriod *nodes[SF_LINKED_PARTS + 1];
  char *keys[SF_LINKED_PARTS + 2];
  gint64 values[SF_LINKED_PARTS + 1];
} SfLinkedFigure;

struct _SfLinked
{
  SfModel *model;    /* borrowed */
  GPtrArray *tables; /* of SfLinkedMeasure, the finest first */
  GPtrArray *links;  /* of SfLinkedFigure */
  GHashTable *hidden;
  GHashTable *given_away;
};

/* Fills in measures, periods that overlap with the days from @first to @last, and what is linked.
 */
void sf_linked_find (SfLinked *self, SfCentre *centre, const char *first, const char *last);
/* Ties the periods together that links hold together. */
void sf_linked_tie (SfLinked *self);
/* The first of the periods that are tied to this one. */
SfLinkedPeriod *sf_linked_find_leader (SfLinkedPeriod *node);
/* The number of a group in a measure's table; -1 if it is not there. */
int sf_linked_find_number (const SfLinkedMeasure *table, SfFamilyGroup *group);
/* (transfer full): the key of a cell in a decision on several measures */
char *sf_linked_make_key (const SfLinkedPeriod *node, guint number);
void sf_linked_measure_free (gpointer data);
void sf_linked_figure_free (gpointer data);

G_END_DECLS
