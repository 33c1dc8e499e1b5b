/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-agenda.h"

G_BEGIN_DECLS

SfAgendaItem *sf_agenda_add (GPtrArray *items, SfAgendaKind kind, char *title, char *detail);

G_END_DECLS
