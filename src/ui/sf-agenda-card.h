/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-agenda.h"
#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfAgendaCard:
 *
 * A card of things to do or to look at; each row leads to where that is done.
 *
 * Signal: "went": a row was followed; whoever shows the card in a window of its own closes it.
 */
#define SF_TYPE_AGENDA_CARD (sf_agenda_card_get_type ())
G_DECLARE_FINAL_TYPE (SfAgendaCard, sf_agenda_card, SF, AGENDA_CARD, GtkWidget)

/**
 * sf_agenda_card_new:
 * @title: the card's title
 * @nothing: what it says when there is nothing to list
 *
 * Returns: (transfer floating): a card
 */
GtkWidget *sf_agenda_card_new (SfContext *context, const char *title, const char *nothing);

/**
 * sf_agenda_card_set_items:
 * @items: (transfer full) (element-type SfAgendaItem): what is listed
 *
 * Leaves the rows, and the focus, alone where they say the same already.
 */
void sf_agenda_card_set_items (SfAgendaCard *self, GPtrArray *items);

/* Goes to where an item of the agenda, or a next step, leads. */
void sf_agenda_go (SfContext *context,
                   const char *page,
                   const char *area_code,
                   const char *statement_code,
                   SfRecord *record);

G_END_DECLS
