/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-agenda.h"

G_BEGIN_DECLS

/**
 * SfNumberSearch:
 *
 * Holds texts that are going to be printed against the figures that may not be shown outside.
 * Which numbers are looked at says sf_number_find_in_text(). One that counts people is found
 * wherever it stands; one of which nothing says what it counts only if the text, or what it belongs
 * to, is about the figure's group or measure (sf_published_is_about()), or if it is hardly the same
 * by chance: a hundred and more, or a percentage with decimals.
 */
typedef struct _SfNumberSearch SfNumberSearch;

/* A list of columns ends with this. */
#define SF_NUMBER_SEARCH_END G_MAXUINT

/**
 * SfNumberPlace:
 * @title: what the window calls what the texts belong to
 * @page: where they are written
 * @area_code: (nullable): of which key area
 * @statement_code: (nullable): of which statement
 * @target: (nullable): whose values they may be
 */
typedef struct
{
  const char *title;
  const char *page;
  const char *area_code;
  const char *statement_code;
  SfTarget *target;
} SfNumberPlace;

/* @outcomes: (element-type SfPublished): borrowed, as long as the search is there */
SfNumberSearch *sf_number_search_new (GPtrArray *outcomes);
void sf_number_search_free (SfNumberSearch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfNumberSearch, sf_number_search_free)

/* @record: (nullable): nothing is looked at without one; @columns: TEXT and REAL ones */
void sf_number_search_look (SfNumberSearch *self,
                            const SfNumberPlace *place,
                            gpointer record,
                            const guint *columns);
/* @records: (element-type SfRecord) */
void sf_number_search_look_all (SfNumberSearch *self,
                                const SfNumberPlace *place,
                                GPtrArray *records,
                                const guint *columns);

/**
 * sf_number_search_take_items:
 * @items: (element-type SfAgendaItem): what was found is added to it
 *
 * An item for each number of a text: it says the number with the words around it, where it stands
 * and which figure it may be, and leads to the very field. What most likely tells of a family comes
 * first: numbers that count people in texts about the figure's group, then others that count
 * people, then the rest.
 */
void sf_number_search_take_items (SfNumberSearch *self, GPtrArray *items);

G_END_DECLS
