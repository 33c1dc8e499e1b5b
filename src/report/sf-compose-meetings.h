/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-compose-private.h"

G_BEGIN_DECLS

/* The ids of these sections' headings. */
#define SF_ID_QUESTIONS "questions"
#define SF_ID_ASKED "asked"

/**
 * sf_compose_questions:
 *
 * The section "Questions for the committee": what sf_question_list() draws, each with its ground,
 * the place where the report tells of it, and the head's answer beforehand, unless that was to
 * another ground. What was withdrawn is counted, without its question and its reason. Nothing where
 * nothing is drawn.
 */
void sf_compose_questions (SfComposer *self);

/**
 * sf_compose_asked:
 *
 * The section "What the committee asked, and what changed": sf_compose_list_asked(), by offices.
 * Nothing where nothing was asked.
 */
void sf_compose_asked (SfComposer *self);

/* (transfer container) (element-type SfChallenge): sf_meeting_year_list_asked() without what is
 * about the head */
GPtrArray *sf_compose_list_asked (SfComposer *self);

G_END_DECLS
