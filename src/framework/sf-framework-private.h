/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "framework/sf-framework.h"
#include "framework/sf-xml-guard.h"

/*
 * How the parts look inside, for the reader that fills them and the rules that judge them; both
 * lie in this folder, and nothing else includes this file. Strings have their white space
 * collapsed. Every part knows the line it began in, for messages. Parts that own others point
 * down with references and up without.
 */

G_BEGIN_DECLS

struct _SfLevel
{
  GObject parent_instance;
  guint line;
  gint64 value;
  guint rank;
  char *name;
  char *label;
  char *descriptor;
  SfMark mark;
  SfTone tone;
};

struct _SfScale
{
  GObject parent_instance;
  guint line;
  char *id;
  char *title;
  SfScaleStyle style;
  GPtrArray *levels;
};

struct _SfKeyArea
{
  GObject parent_instance;
  guint line;
  char *code;
  char *section;
  char *title;
  char *short_title;
  char *introduction;
  char *colour;
  char *dark_colour;
  guint index;
  GPtrArray *groups;
  GPtrArray *statements;
  SfScale *scale;
};

struct _SfGroup
{
  GObject parent_instance;
  guint line;
  char *code;
  char *title;
  guint index;
  SfSubject subject;
  SfKeyArea *area;
  SfScale *scale;
  GPtrArray *statements;
};

struct _SfStatement
{
  GObject parent_instance;
  guint line;
  char *code;
  char *short_code;
  char *title;
  char *text;
  char **prompts;
  GArray *evidence;
  GArray *crosswalks;
  char *section;
  SfSubject subject;
  gboolean safeguarding;
  guint position;
  guint index;
  SfScale *scale;
  SfKeyArea *area;
  SfGroup *group;
};

struct _SfFramework
{
  GObject parent_instance;
  guint line;
  char *id;
  char *edition;
  char *lang;
  char *title;
  char *short_title;
  guint source_line;
  char *source_title;
  char *source_publisher;
  char *source_year;
  char *source_reference;
  char *source_note;
  guint core_purpose_line;
  char *core_purpose;
  char **ways;
  char **uses;
  GPtrArray *scales;
  GPtrArray *areas;
  GPtrArray *statements;
  SfScale *overall_scale;
  GHashTable *areas_by_code;
  GHashTable *statements_by_code;
  GBytes *bytes;
  char *digest;
};

/**
 * SfProblems:
 *
 * What was found wrong with a file, gathered in any order and told in that of the lines.
 */
typedef struct _SfProblems SfProblems;

SfProblems *sf_problems_new (void);
void sf_problems_free (SfProblems *self);
void sf_problems_add (SfProblems *self, guint line, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* Appends "NAME:LINE: what is wrong" strings, the lowest line first. */
void sf_problems_report (SfProblems *self, const char *name, GPtrArray *strings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfProblems, sf_problems_free)

/* sf-framework-reader.c: fills @self from a document that the grammar accepts. What cannot be
 * filled (a scale that does not exist) is added to @problems, and @self is then not to be used. */
void sf_framework_read_document (SfFramework *self, xmlDoc *document, SfProblems *problems);

/* sf-framework-rules.c: what the grammar cannot say. */
void sf_framework_apply_rules (SfFramework *self, SfProblems *problems);

/* A grammar or rule was broken: one error made of the first problem and the number of the rest. */
void sf_problems_set_error (GPtrArray *strings, GError **error);

/* sf-xml-read.c: owned strings with white space collapsed, "" where there is nothing. A sibling or
 * child of another name or namespace is passed over. */
char *sf_xml_get_text (xmlNode *node);
char *sf_xml_get_child_text (xmlNode *node, const char *name);
char **sf_xml_get_children_text (xmlNode *node, const char *name);
char *sf_xml_get_attribute (xmlNode *node, const char *name);
char *sf_xml_get_lang (xmlNode *node);
guint sf_xml_get_line (xmlNode *node);
xmlNode *sf_xml_first_child (xmlNode *node, const char *name);
xmlNode *sf_xml_next_sibling (xmlNode *node, const char *name);

/* The grammars, put into the program when it is built. */
extern const char sf_framework_grammar[];
extern const char sf_wording_grammar[];

G_END_DECLS
