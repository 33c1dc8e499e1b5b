/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

/* Files of every kind, made here: those of real use, and those of somebody who means harm. */

/* (transfer full) each */
GBytes *sample_pdf (guint n_pages);         /* "Parents' survey", 3 March 2026, "Page 1 of cats" */
GBytes *sample_scanned_pdf (void);          /* a picture of a page, without words */
GBytes *sample_jpeg (void);                 /* 60 × 40 stored, turned to 40 × 60; 1 April 2026 */
GBytes *sample_press_jpeg (void);           /* 30 × 20 in four inks, all red */
GBytes *sample_grey_jpeg (void);            /* 30 × 20, all of a dark grey */
GBytes *sample_png (int width, int height); /* with a comment that tells "taken in Elm Road" */
GBytes *sample_gif (void);                  /* with the same as a comment */
GBytes *sample_webp (void);                 /* only the head of one, with the same in its notes */
GBytes *sample_film (const char *handler);  /* MP4, with the same in its user data */
GBytes *sample_tracked_film (void);         /* with the same in its subtitles */
GBytes *sample_heic (void);                 /* only the notes of one, with the same */
GBytes *sample_motion_heic (void);          /* with a film behind it that has the same */
/* MP4 with a track of pictures and its tables; with the same in a box of that type at the top, in
 * the film and in each room of its track. */
GBytes *sample_strange_film (const char *type);
GBytes *sample_piecewise_film (void); /* whose track of notes lies in its fragments */
GBytes *sample_odt (void);
GBytes *sample_docx (void);
GBytes *sample_xlsx (void);
GBytes *sample_pptx (void);
GBytes *sample_mail (void);

/* Pairs of name and content, NULL-terminated. */
GBytes *sample_zip (const char *const *entries);
GBytes *sample_bytes (const char *text);
/* An open file for reading that holds the bytes. */
int sample_open (GBytes *bytes);
/* Whether the words occur in the bytes. */
gboolean sample_has (GBytes *bytes, const char *words);

#define SAMPLE_SECRET "taken in Elm Road"
