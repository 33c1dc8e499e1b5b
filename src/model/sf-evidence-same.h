/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"

G_BEGIN_DECLS

/**
 * sf_evidence_list_same_contents:
 * @model: a model
 * @evidence: (element-type SfEvidence): some pieces
 *
 * The contents of a file are kept once, however often it was attached: what one piece of evidence
 * loses another may still have.
 *
 * Returns: (transfer container) (element-type SfEvidence): all other evidence, on the list or off
 *   it, that has a file with the same contents as a file of @evidence, each once
 */
GPtrArray *sf_evidence_list_same_contents (SfModel *model, GPtrArray *evidence);

G_END_DECLS
